using Anmin.Identity.Machines;
using Anmin.Identity.SignIn;
using Anmin.Kernel.Actors;

namespace Anmin.Host.Web;

/// <summary>Sets who acts, and from where, for the rest of the request.</summary>
internal static class ActorAtTheDoor
{
    public static IApplicationBuilder UseCurrentActor(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        var machine = await MachineAtTheDoor.ReadAsync(context);
        // a program's call is nobody's session: the cookie that came along is not looked at, nor is the rule that guards it
        if (machine is not null) context.User = new();
        var actor = machine?.Actor ?? SessionCookie.ActorOf(context) ?? Actor.Public;
        context.RequestServices.GetRequiredService<CurrentActor>().Actor = actor with { Device = DeviceOf(context) };
        await (machine is (_, { } problem, var status) ? Faults.RefuseAsync(context, problem, status) : next(context));
    });

    /// <summary>The address, then the device's own name where it gives one: letters, digits and <c>-_.</c> only, for it goes into journal and audit.</summary>
    public static string DeviceOf(HttpContext context)
    {
        var address = context.Connection.RemoteIpAddress is { } ip ? (ip.IsIPv4MappedToIPv6 ? ip.MapToIPv4() : ip).ToString() : "-";
        var name = string.Concat(context.Request.Headers["X-Device"].ToString().Take(200).Where(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.').Take(40));
        return name.Length > 0 ? $"{address} {name}" : address;
    }
}
