using Anmin.Kernel.Packs;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Anmin.Hotline.Quality;

/// <summary>通话质检.</summary>
internal static class QualityDoor
{
    public static void AddServices(IServiceCollection services)
    {
        services.AddSingleton<QualitySheet>().AddSingleton<IReferencePart>(s => s.GetRequiredService<QualitySheet>());
        services.AddSingleton(QualityPoint.PackFile);
        services.AddScoped<ReviewReader>();
    }

    public static void MapRoutes(IEndpointRouteBuilder routes)
    {
        DrawSample.Map(routes);
        ReviewCall.Map(routes);
        FindReviews.Map(routes);
        FindOwnReviews.Map(routes);
        GetReview.Map(routes);
        GetOwnReview.Map(routes);
    }
}
