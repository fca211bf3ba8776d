using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Ui.Words;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Anmin.Funeral.Fleet;

/// <summary>The register as a file.</summary>
internal static class FleetPages
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/work/vehicles.csv", async (HttpContext http, Gate gate, FindVehicles find) =>
        (await gate.RunAsync(find, new FindVehicles.Request(), null, http.RequestAborted)).Try(out var reply, out var problem)
            ? Results.File(CsvFile.Of(VehicleCsv.Of(reply)), CsvFile.Media, "vehicles.csv") : Answers.Of(problem)).ExcludeFromDescription();
}
