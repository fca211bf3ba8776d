using System.Threading.RateLimiting;
using Anmin.Kernel.Actors;
using Microsoft.AspNetCore.RateLimiting;

namespace Anmin.Host.Web;

/// <summary>Per address and minute, for whoever is not signed in: forms sent, and numbers looked up. Nobody guesses certificate codes at speed.</summary>
internal static class RateLimits
{
    private static readonly string[] LookUps = ["/verify", "/progress", "/complaints/find", "/later", "/api"];

    public static IServiceCollection AddRateLimits(this IServiceCollection services, WebOptions options) => services.AddRateLimiter(limiter =>
    {
        limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context =>
        {
            if (context.RequestServices.GetRequiredService<CurrentActor>().Actor.IsSignedIn) return RateLimitPartition.GetNoLimiter("");
            var address = context.Connection.RemoteIpAddress?.ToString() ?? "-";
            // other systems' servers come from one address each, with a secret of 256 bits that nobody guesses
            if (context.Request.Path.StartsWithSegments("/connect")) return PerMinute("connect " + address, options.PublicPostsPerMinute * 20);
            if (HttpMethods.IsPost(context.Request.Method)) return PerMinute("post " + address, options.PublicPostsPerMinute);
            return LookUps.Any(p => context.Request.Path.StartsWithSegments(p)) ? PerMinute("look " + address, options.PublicLookUpsPerMinute) : RateLimitPartition.GetNoLimiter("");
        });
        limiter.OnRejected = async (rejected, _) =>
        {
            rejected.HttpContext.Response.Headers.RetryAfter = "60";
            await Faults.RefuseAsync(rejected.HttpContext, WebProblems.TooMany, StatusCodes.Status429TooManyRequests);
        };
    });

    private static RateLimitPartition<string> PerMinute(string key, int most) => most <= 0
        ? RateLimitPartition.GetNoLimiter("")
        : RateLimitPartition.GetSlidingWindowLimiter(key, _ => new() { PermitLimit = most, Window = TimeSpan.FromMinutes(1), SegmentsPerWindow = 6, QueueLimit = 0 });
}
