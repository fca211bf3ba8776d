using Anmin.Contracts.Identity;
using Anmin.Kernel.Actors;
using Anmin.Ui.Frame;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Anmin.Identity.Citizens;

public static class CitizenAtTheDoor
{
    /// <summary>Writes into the acting person who the citizen is, so that journal and audit say 经办人 138****5521, or of an officer for whom they act.</summary>
    public static IApplicationBuilder UseCurrentCitizen(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (CitizenCookies.SessionOf(context) is not null && Surfaces.Of(context.Request.Path) == Surface.Citizen && !Path.HasExtension(context.Request.Path))
            await NameAsync(context);
        await next(context);
    });

    private static async Task NameAsync(HttpContext context)
    {
        var current = context.RequestServices.GetRequiredService<CurrentActor>();
        switch (await context.RequestServices.GetRequiredService<ICurrentCitizen>().FindAsync(context.RequestAborted))
        {
            case { By: { } by }:
                current.Actor = current.Actor with { Post = $"{current.Actor.Post}（代{by.For.Masked}办理）" };
                break;
            case { } self when !current.Actor.IsSignedIn:
                current.Actor = current.Actor with { Name = $"经办人{self.Phone.Masked}" };
                break;
        }
    }
}
