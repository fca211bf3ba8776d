using System.Text;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Anmin.Funeral.Fleet;

/// <summary>The register as a file.</summary>
internal static class FleetPages
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/work/vehicles.csv", async (HttpContext http, Gate gate, FindVehicles find) =>
        (await gate.RunAsync(find, new FindVehicles.Request(), null, http.RequestAborted)).Try(out var reply, out var problem)
            ? Results.File([.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(VehicleCsv.Of(reply))], "text/csv", "vehicles.csv") : Answers.Of(problem)).ExcludeFromDescription();
}
