using Anmin.Cemetery.Burials.Moves;
using Anmin.Cemetery.Grounds;
using Anmin.Cemetery.Rights;
using Anmin.Contracts.Funeral;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Cemetery.Burials;

/// <summary>安葬预约: what is arranged and not done, the soonest first; and 迁葬、起掘 that wait.</summary>
internal sealed class FindBurials(CemeteryDesk desk) : IQuestion<FindBurials.Request, FindBurials.Reply>
{
    private const int Most = 100;

    public sealed record Request;

    public sealed record Line(Guid Id, Guid RightId, string Contract, string Name, string Place, DateOnly On, DayHalf Half, int People, BurialState State, string? Ashes);

    public sealed record MoveLine(Guid Id, string Name, string Place, MoveKind Kind, string To, string Reason, MoveState State, string AskedBy, DateTimeOffset AskedAt);

    public sealed record Reply(IReadOnlyList<Line> Arranged, IReadOnlyList<MoveLine> Moves, DateOnly Today);

    public Permission Permission => CemeteryPermissions.ReadBurials;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var db = desk.Db;
        var rows = await db.BurialOrders.AsNoTracking().Where(o => o.State == BurialState.Arranged || o.State == BurialState.Prepared).OrderBy(o => o.On).ThenBy(o => o.Seat).Take(Most)
            .Join(db.PlotRights, o => o.RightId, r => r.Id, (o, r) => new { o, r.Number }).Join(db.Positions, x => x.o.PositionId, p => p.Id, (x, p) => new { x.o, x.Number, p })
            .Join(db.Sections, x => x.p.SectionId, s => s.Id, (x, s) => new { x.o, x.Number, x.p, s.Name, s.Kind }).ToListAsync(ct);
        var moves = await db.BurialMoves.AsNoTracking().Where(m => m.State == MoveState.Asked || m.State == MoveState.Approved).OrderBy(m => m.AskedAt).Take(Most)
            .Join(db.Interments, m => m.IntermentId, i => i.Id, (m, i) => new { m, i.PersonName, i.PositionId }).Join(db.Positions, x => x.PositionId, p => p.Id, (x, p) => new { x.m, x.PersonName, p })
            .Join(db.Sections, x => x.p.SectionId, s => s.Id, (x, s) => new { x.m, x.PersonName, x.p, s.Name, s.Kind }).ToListAsync(ct);
        var targets = moves.Select(m => m.m.ToRightId).OfType<Guid>().Distinct().ToList();
        var numbers = await db.PlotRights.AsNoTracking().Where(r => targets.Contains(r.Id)).ToDictionaryAsync(r => r.Id, r => r.Number, ct);
        return new Reply(
            [.. rows.OrderBy(r => r.o.On).ThenBy(r => r.o.Half).ThenBy(r => r.o.Seat).Select(r => new Line(r.o.Id, r.o.RightId, r.Number ?? "", r.o.PersonName.Text, PositionWords.Of(r.Name, r.Kind, r.p.Row, r.p.Layer, r.p.Number), r.o.On, r.o.Half, r.o.People, r.o.State, r.o.Ashes))],
            [.. moves.OrderBy(m => m.m.AskedAt).Select(m => new MoveLine(m.m.Id, m.PersonName.Text, PositionWords.Of(m.Name, m.Kind, m.p.Row, m.p.Layer, m.p.Number), m.m.Kind,
                m.m.ToRightId is { } to ? "合同 " + numbers.GetValueOrDefault(to) : m.m.Elsewhere ?? "交家属", m.m.Reason, m.m.State, desk.StaffName(m.m.AskedBy), m.m.AskedAt))],
            desk.Today);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion<FindBurials, Request, Reply>("/cemetery/burials");
}

/// <summary>What the desk of burials shows of one contract: the place, who rests there, whom it is for; with what a label says of the ashes.</summary>
internal sealed class GetBurialPlace(CemeteryDesk desk, IAshesCustody custody) : IQuestion<GetBurialPlace.Request, GetBurialPlace.Reply>
{
    /// <param name="Code">Contract, certificate, or code of the position.</param>
    public sealed record Request(string Code, string? Ashes = null);

    public sealed record Rests(Guid Id, string Name, IntermentKind Kind, DateOnly? On, string? Relation, string? Proof, string? Ashes, bool MoveOpen);

    /// <param name="CertificateOf">Of the container asked for; null for none.</param>
    public sealed record Reply(Guid RightId, string Contract, RightState State, bool Disputed, string Place, string PlaceCode, SectionKind Section, int Capacity, string? User, string? Holder, DateOnly? Until, IReadOnlyList<Rests> Resting, string? AshesName, string? AshesStatus, string? CertificateOf, string Institution);

    public Permission Permission => CemeteryPermissions.ReadBurials;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var code = (request.Code ?? "").Trim();
        var db = desk.Db;
        var positions = db.Positions;
        var right = await db.PlotRights.AsNoTracking().Where(r => r.Number == code || r.Certificate == code || positions.Any(p => p.Id == r.PositionId && p.Code == code)).OrderByDescending(r => r.State == RightState.Active).ThenByDescending(r => r.HeldAt).FirstOrDefaultAsync(ct);
        if (right is null || !(await desk.OpenAsync(right.Id, ct)).Try(out var opened, out var problem)) return CemeteryProblems.NoRight with { Field = nameof(request.Code) };
        var resting = await db.Interments.AsNoTracking().Where(i => i.PositionId == right.PositionId && i.RemovedOn == null).OrderBy(i => i.InterredOn).ToListAsync(ct);
        var ids = resting.ConvertAll(i => i.Id);
        var open = await db.BurialMoves.AsNoTracking().Where(m => ids.Contains(m.IntermentId) && (m.State == MoveState.Asked || m.State == MoveState.Approved)).Select(m => m.IntermentId).ToListAsync(ct);
        var section = await db.Sections.AsNoTracking().FirstAsync(s => s.Id == opened.Position.SectionId, ct);
        var card = request.Ashes?.Trim() is { Length: > 0 } label ? await custody.FindAsync(label, ct) : null;
        return new Reply(right.Id, right.Number ?? "", right.State, right.DisputedSince is not null, PositionWords.Of(section.Name, section.Kind, opened.Position.Row, opened.Position.Layer, opened.Position.Number), opened.Position.Code, section.Kind, opened.Position.Capacity,
            right.UserName?.Text, right.HolderName?.Text, right.TermUntil, [.. resting.Select(i => new Rests(i.Id, i.PersonName.Text, i.Kind, i.InterredOn, i.Relation, i.Proof, i.Ashes, open.Contains(i.Id)))], card?.Person?.Text, card?.Status, card?.Certificate, right.Institution ?? "");
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion<GetBurialPlace, Request, Reply>("/cemetery/burial-places");
}

/// <summary>安葬证明 of one person: what the paper says.</summary>
internal sealed class GetBurialProof(CemeteryDesk desk) : IQuestion<GetBurialProof.Request, GetBurialProof.Reply>
{
    public sealed record Request(string Number);

    public sealed record Reply(string Number, bool Eco, string Name, string Home, string Place, DateOnly? On, IntermentKind Kind, string? Certificate, bool Removed);

    public Permission Permission => CemeteryPermissions.ReadBurials;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        if (await desk.Db.Interments.AsNoTracking().FirstOrDefaultAsync(i => i.Proof == request.Number, ct) is not { } interment) return BurialProblems.NoInterment;
        desk.Context.About(interment.CaseId ?? interment.Id);
        var position = await desk.Db.Positions.AsNoTracking().FirstAsync(p => p.Id == interment.PositionId, ct);
        var section = await desk.Db.Sections.AsNoTracking().FirstAsync(s => s.Id == position.SectionId, ct);
        return new Reply(interment.Proof!, section.IsEco, interment.PersonName.Text, desk.Institution(interment.Institution)?.Name ?? "", PositionWords.Of(section.Name, section.Kind, position.Row, position.Layer, position.Number), interment.InterredOn, interment.Kind, interment.CremationCertificate, !interment.Rests);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion<GetBurialProof, Request, Reply>("/cemetery/burial-proofs");
}
