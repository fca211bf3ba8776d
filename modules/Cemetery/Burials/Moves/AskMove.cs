using Anmin.Cemetery.Rights;
using Anmin.Contracts.Funeral;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Cemetery.Burials.Moves;

/// <summary>申请迁葬: to another right of this city, or to elsewhere.</summary>
internal sealed class RelocateBurial(CemeteryDesk desk, Reading reading) : IUseCase<RelocateBurial.Request, RelocateBurial.Reply>
{
    /// <param name="ToContract">Number of the contract of the new place; empty when it leaves the city.</param>
    /// <param name="Elsewhere">Where to, when it leaves the city.</param>
    public sealed record Request(Guid Interment, string? ToContract, string? Elsewhere, string? Reason, bool EndsRight);

    public sealed record Reply(Guid Move);

    public Permission Permission => CemeteryPermissions.MoveBurial;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var reason = reading.Text(request.Reason, nameof(request.Reason), "迁葬原因", 500);
        var elsewhere = reading.Text(request.Elsewhere, nameof(request.Elsewhere), "迁往", 200, required: false);
        if (reading.Problem is { } bad) return bad;
        if (await desk.Db.Interments.FirstOrDefaultAsync(i => i.Id == request.Interment, ct) is not { } interment) return BurialProblems.NoInterment;
        if (!interment.Rests) return CemeteryProblems.RemovedAlready;
        if (interment.Kind == IntermentKind.Scattered) return CemeteryProblems.NothingToMove;
        Guid? to = null;
        if (request.ToContract?.Trim() is { Length: > 0 } number)
        {
            if (await desk.Db.PlotRights.AsNoTracking().FirstOrDefaultAsync(r => r.Number == number, ct) is not { } right) return CemeteryProblems.NoRight with { Field = nameof(request.ToContract) };
            if (right.State != RightState.Active) return CemeteryProblems.NotActive;
            if (right.PositionId == interment.PositionId) return BurialProblems.SamePlace;
            to = right.Id;
        }
        if (to is null == elsewhere is null) return BurialProblems.MoveWhere;
        var move = BurialMove.Ask(interment, MoveKind.Relocation, to, elsewhere, reason!, request.EndsRight, desk.By, desk.Now);
        desk.Db.Add(move);
        return new Reply(move.Id);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<RelocateBurial, Request, Reply>("/cemetery/burials/relocate");
}

/// <summary>申请起掘: the ashes are handed to the family, by a reason and on a second person's word.</summary>
internal sealed class ExhumeBurial(CemeteryDesk desk, Reading reading) : IUseCase<ExhumeBurial.Request, RelocateBurial.Reply>
{
    public sealed record Request(Guid Interment, string? Reason, bool EndsRight);

    public Permission Permission => CemeteryPermissions.MoveBurial;

    public async Task<Outcome<RelocateBurial.Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var reason = reading.Text(request.Reason, nameof(request.Reason), "起掘原因", 500);
        if (reading.Problem is { } bad) return bad;
        if (await desk.Db.Interments.FirstOrDefaultAsync(i => i.Id == request.Interment, ct) is not { } interment) return BurialProblems.NoInterment;
        if (!interment.Rests) return CemeteryProblems.RemovedAlready;
        if (interment.Kind == IntermentKind.Scattered) return CemeteryProblems.NothingToMove;
        var move = BurialMove.Ask(interment, MoveKind.Exhumation, null, null, reason!, request.EndsRight, desk.By, desk.Now);
        desk.Db.Add(move);
        return new RelocateBurial.Reply(move.Id);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<ExhumeBurial, Request, RelocateBurial.Reply>("/cemetery/burials/exhume");
}

/// <summary>复核迁葬、起掘, by somebody else than who asked.</summary>
internal sealed class ApproveMove(CemeteryDesk desk, Reading reading) : IUseCase<ApproveMove.Request, Done>
{
    public sealed record Request(Guid Move, bool Approved, string? Words);

    public Permission Permission => CemeteryPermissions.ApproveMove;

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        var words = reading.Text(request.Words, nameof(request.Words), "意见", 200, required: !request.Approved);
        if (reading.Problem is { } bad) return bad;
        return await desk.Db.BurialMoves.FirstOrDefaultAsync(m => m.Id == request.Move, ct) is { } move ? move.Decide(request.Approved, words, desk.By, desk.Now) : BurialProblems.NoMove;
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<ApproveMove, Request, Done>("/cemetery/moves/approve");
}

/// <summary>办结迁葬、起掘: out of the old place and into the new one, or to the family, in one commit.</summary>
internal sealed class FinishMove(CemeteryDesk desk, Laying laying, IAshesCustody custody) : IUseCase<FinishMove.Request, FinishMove.Reply>
{
    public sealed record Request(Guid Move, string? Witness);

    /// <param name="Interment">The new one; null when they left our grounds.</param>
    public sealed record Reply(Guid? Interment);

    public Permission Permission => CemeteryPermissions.MoveBurial;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        if (request.Witness == desk.By.Id || desk.StaffName(request.Witness).Length == 0) return BurialProblems.WitnessNeeded;
        if (await desk.Db.BurialMoves.FirstOrDefaultAsync(m => m.Id == request.Move, ct) is not { } move) return BurialProblems.NoMove;
        if (await desk.Db.Interments.FirstOrDefaultAsync(i => i.Id == move.IntermentId, ct) is not { } interment) return BurialProblems.NoInterment;
        if (!move.Finish(desk.Today).Try(out _, out var problem)) return problem;
        var why = move.Kind == MoveKind.Exhumation ? "起掘" : move.Elsewhere is { } where ? "迁往" + where : "迁葬";
        if (!(await laying.TakeOutAsync(interment, why, move.EndsRight ? RightEnding.Relocated : null, ct)).Try(out var old, out problem)) return problem;
        if (move.ToRightId is not { } to)
        {
            if (interment.Ashes is { } ashes && !(await custody.MoveAsync(new(ashes, "family", "", null, request.Witness, null, old.Position.Code), ct)).Try(out _, out problem)) return problem;
            return new Reply(null);
        }
        if (!(await desk.OpenAsync(to, ct)).Try(out var fresh, out problem)) return problem;
        var card = interment.Ashes is { } label ? await custody.FindAsync(label, ct) : null;
        var who = new Resting(interment.PersonName, interment.PersonId, card, interment.CremationCertificate);
        var laid = await laying.LayAsync(fresh, who, interment.Kind == IntermentKind.Deposit ? IntermentKind.Urn : interment.Kind, interment.Relation, interment.Remark, request.Witness!, old.Position.Code, ct);
        return laid.Try(out var rests, out problem) ? new Reply(rests.Id) : problem;
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<FinishMove, Request, Reply>("/cemetery/moves/finish");
}
