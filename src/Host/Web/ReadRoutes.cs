using Anmin.Kernel.Calendar;
using Anmin.Kernel.Divisions;
using Anmin.Kernel.Packs;
using Anmin.Ui.Forms;

namespace Anmin.Host.Web;

/// <summary>What fields ask while somebody types: how a date was read, which villages a town has. Nothing about anybody.</summary>
internal static class ReadRoutes
{
    private const int LongestDate = 40;

    public static void MapReads(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/reads/date", (string? text, Reference reference, TimeProvider clock) =>
            text is { Length: <= LongestDate } && DateWords.Of(text, LocalClock.DateOf(clock.GetUtcNow(), reference.Now.Zone)) is { } words ? Results.Text(words) : Results.NoContent()).ExcludeFromDescription();
        routes.MapGet("/reads/villages", (string? town, DivisionBook divisions) =>
            town is { Length: 9 } ? Results.Json(divisions.Children(town).Select(d => new[] { d.Code, d.Name })) : Results.NoContent()).ExcludeFromDescription();
    }
}
