using Anmin.Funeral.Cases;
using Anmin.Funeral.Furnaces;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Funeral.SpecialRemains;

/// <summary>接收医院送来的肢体、组织或死胎.</summary>
internal sealed class ReceiveBodyPart(CaseFile file, Reading reading) : IUseCase<ReceiveBodyPart.Request, ReceiveBodyPart.Reply>
{
    public sealed record Request(BodyPartKind Kind, string? Hospital, string? PaperNumber, string? IssuedOn, string? Patient, string? Contents);

    public sealed record Reply(Guid Id, string Number);

    public Permission Permission => FuneralPermissions.ReceiveRemains;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var hospital = reading.Text(request.Hospital, nameof(request.Hospital), "医院", 60);
        var paper = reading.Text(request.PaperNumber, nameof(request.PaperNumber), "医院证明编号", 40);
        var issued = reading.Day(request.IssuedOn, nameof(request.IssuedOn), "证明日期");
        var patient = reading.Sensitive(request.Patient, nameof(request.Patient), "患者姓名", required: false);
        var contents = reading.Text(request.Contents, nameof(request.Contents), "内容", 100);
        if (issued > reading.Today) reading.Refuse(SpecialProblems.PaperDate);
        if (reading.Problem is { } bad) return bad;
        if (file.By.Institution is not { } home || file.Institution(home) is not { Kind: "funeral-home" } card) return FuneralProblems.NoHome;
        if (await file.Db.BodyParts.AnyAsync(p => p.Hospital == hospital && p.PaperNumber == paper, ct)) return SpecialProblems.PaperUsed;
        if (!(await file.NumberAsync("body-part", home, ct)).Try(out var number, out var problem)) return problem;
        var part = BodyPart.Receive(new(number, request.Kind, card.Division, home, hospital!, paper!, issued!.Value, patient, contents!), file.By, file.Now);
        file.Db.Add(part);
        file.Context.About(part.Id);
        return new Reply(part.Id, part.Number);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<ReceiveBodyPart, Request, Reply>("/body-parts");
}

/// <summary>第一人核对包装上的标签.</summary>
internal sealed class CheckBodyPart(CaseFile file) : IUseCase<CheckBodyPart.Request, Done>
{
    public sealed record Request(Guid Id, string? Scan);

    public Permission Permission => FuneralPermissions.StartCremation;

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
        => await file.Db.BodyParts.SingleOrDefaultAsync(p => p.Id == request.Id, ct) is { } part ? part.Check((request.Scan ?? "").Trim().ToUpperInvariant(), file.By) : KernelProblems.NotFound;

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<CheckBodyPart, Request, Done>("/body-parts/check");
}

/// <summary>火化, by a second operator with their own scan, on a furnace in which nobody lies.</summary>
internal sealed class CremateBodyPart(CaseFile file, FurnaceDesk furnaces) : IUseCase<CremateBodyPart.Request, Done>
{
    public sealed record Request(Guid Id, string Cremator, string? Scan);

    public Permission Permission => FuneralPermissions.StartCremation;

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        if (await file.Db.BodyParts.SingleOrDefaultAsync(p => p.Id == request.Id, ct) is not { } part) return KernelProblems.NotFound;
        if (!(await furnaces.FindAsync(part.Institution, request.Cremator, ct)).Try(out _, out var problem)) return problem;
        if (await file.Db.Cremations.AnyAsync(c => c.Cremator == request.Cremator && c.FinishedAt == null, ct)) return FuneralProblems.CrematorBusy;
        return part.Cremate(request.Cremator, (request.Scan ?? "").Trim().ToUpperInvariant(), file.By, file.Now);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<CremateBodyPart, Request, Done>("/body-parts/cremate");
}

/// <summary>肢体等登记簿, newest first; those not yet cremated stand first.</summary>
internal sealed class FindBodyParts(CaseFile file, Dossier.Who who) : IQuestion<FindBodyParts.Request, IReadOnlyList<FindBodyParts.Row>>
{
    private const int Most = 100;

    public sealed record Request;

    public sealed record Row(Guid Id, string Number, string Kind, string Hospital, string PaperNumber, string Contents, DateTimeOffset ReceivedAt, string? First, string? FirstId, string? Furnace, DateTimeOffset? CrematedAt);

    public Permission Permission => FuneralPermissions.ReadCases;

    public async Task<Outcome<IReadOnlyList<Row>>> HandleAsync(Request request, CancellationToken ct)
    {
        var rows = await file.Db.BodyParts.AsNoTracking().OrderBy(p => p.CrematedAt != null).ThenByDescending(p => p.Id).Take(Most).ToListAsync(ct);
        var names = await who.PlacesAsync(rows.Select(r => r.Cremator ?? ""), ct);
        return (Outcome<IReadOnlyList<Row>>)rows.ConvertAll(p => new Row(p.Id, p.Number, BodyPart.Label(p.Kind), p.Hospital, p.PaperNumber, p.Contents, p.ReceivedAt, p.FirstOperator is null ? null : who.Name(p.FirstOperator), p.FirstOperator, p.Cremator is null ? null : names.GetValueOrDefault(p.Cremator, p.Cremator), p.CrematedAt));
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion<FindBodyParts, Request, IReadOnlyList<Row>>("/body-parts");
}
