using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Anmin.Funeral.Cases;
using Anmin.Funeral.Dispatch;
using Anmin.Funeral.Reception;
using Anmin.Funeral.Transport;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Funeral.Driving;

/// <summary>
/// Six digits only the receiver's own screen can show, made of who receives, where to, and the tag the receiver scanned:
/// a driver without network can take them along, and the server knows later that this receiver had this tag in hand.
/// </summary>
internal static class HandOverCode
{
    public static string Of(AnminDb db, string receiver, string place, string tag)
        => (BinaryPrimitives.ReadUInt32BigEndian(db.BlindIndex($"hand-over|{receiver}|{place}|{tag}")) % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);

    public static bool Fits(AnminDb db, string? code, string receiver, string place, string tag)
        => code is not null && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(code.Trim()), Encoding.ASCII.GetBytes(Of(db, receiver, place, tag)));

    /// <summary>What the square code says; read by wwwroot/m/scan.js.</summary>
    public static string Text(string place, string receiver, string code) => $"AH1:{place}:{receiver}:{code}";
}

/// <summary>出示交接码: the receiver scans the wrist tag of a body brought to this home and names the place; the driver scans what appears.</summary>
internal sealed class ShowHandOverCode(CaseFile file, Reading reading, Places places) : IUseCase<ShowHandOverCode.Request, ShowHandOverCode.Reply>
{
    public sealed record Request(string Tag, string Place);

    public sealed record Reply(Guid CaseId, string PlaceName, string Code, string Text);

    public Permission Permission => FuneralPermissions.ReceiveRemains;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var tag = reading.Text(request.Tag, nameof(request.Tag), "腕带", 40)?.ToUpperInvariant();
        if (reading.Problem is { } bad) return bad;
        // the tag may not have reached us yet: its driver is out of network. Then the code is made of it all the same, and proves nothing until it does.
        var remains = await file.Db.Remains.AsNoTracking().FirstOrDefaultAsync(r => r.Tag == tag, ct);
        if (remains is not null && remains.Place != BodyPlace.InVehicle) return DispatchProblems.NotExpected with { Field = nameof(request.Tag) };
        var home = file.By.Institution;
        if (remains is not null)
        {
            if (!(await file.OpenAsync(remains.CaseId, ct)).Try(out var opened, out _)) return DispatchProblems.NotExpected with { Field = nameof(request.Tag) };
            home = opened.Institution;
        }
        if (!(await places.FindAsync(request.Place ?? "", home, ct)).Try(out var place, out var problem)) return problem with { Field = nameof(request.Place) };
        if (place.Body is not (BodyPlace.Received or BodyPlace.ColdStored)) return FuneralProblems.PlaceUnknown with { Field = nameof(request.Place) };
        if (await file.Db.Remains.AnyAsync(r => r.ExclusivePlace == place.Id, ct)) return FuneralProblems.PlaceTaken with { Field = nameof(request.Place) };
        var code = HandOverCode.Of(file.Db, file.By.Id, place.Id, tag!);
        return new Reply(remains?.CaseId ?? Guid.Empty, place.Name, code, HandOverCode.Text(place.Id, file.By.Id, code));
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<ShowHandOverCode, Request, Reply>("/trips/hand-over-code");
}
