using Anmin.Cemetery.Grounds;
using Anmin.Contracts.Cemetery;
using Anmin.Contracts.Funeral;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Cemetery.Deposits;

/// <summary>办理寄存 at the desk of a home or a columbarium: also what the family had taken home. Its bill is drawn with it where the list has the item.</summary>
internal sealed class TakeDeposit(CemeteryDesk desk, DepositDesk deposits, IRestingPlaces places, IAshesCustody custody) : IUseCase<TakeDeposit.Request, TakeDeposit.Reply>
{
    public sealed record Request(string? Ashes, string? Niche, int Years, string? Witness);

    public sealed record Reply(Guid RightId, string Place, DateOnly Until, long? DueFen);

    public Permission Permission => CemeteryPermissions.TakeDeposit;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        if (await custody.FindAsync((request.Ashes ?? "").Trim(), ct) is not { } card) return DepositProblems.AshesUnknown;
        if (card.Status is not ("Held" or "HandedOver")) return CemeteryProblems.RestsElsewhere;
        if (await desk.Db.Positions.FirstOrDefaultAsync(p => p.Code == request.Niche, ct) is null) return DepositProblems.NicheUnknown;
        if (!(await places.TakeAsync(new(request.Niche!, true, request.Years, card.CaseId, card.Number, card.Part, card.Certificate), ct)).Try(out var taken, out var problem)) return problem;
        if (!(await custody.MoveAsync(new(card.Number, "deposit", taken.Position, taken.Until, request.Witness), ct)).Try(out _, out problem)) return problem;
        var right = desk.Db.ChangeTracker.Entries<Rights.PlotRight>().Select(e => e.Entity).First(r => r.Id == taken.RightId);
        var position = desk.Db.ChangeTracker.Entries<Position>().Select(e => e.Entity).First(p => p.Code == taken.Position);
        var interment = desk.Db.ChangeTracker.Entries<Burials.Interment>().Select(e => e.Entity).First(i => i.RightId == right.Id);
        var section = await desk.Db.Set<Section>().AsNoTracking().FirstAsync(s => s.Id == position.SectionId, ct);
        return (await deposits.BillAsync(new(right, position, section, interment, null), right.Id, request.Years, ct)).Try(out var bill, out problem) ? new Reply(right.Id, taken.Name, taken.Until, bill?.DueFen) : problem;
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<TakeDeposit, Request, Reply>("/cemetery/deposits");
}

/// <summary>续存: a further term without a gap, within what one term may be. An open claim ends with it.</summary>
internal sealed class RenewDeposit(CemeteryDesk desk, DepositDesk deposits) : IUseCase<RenewDeposit.Request, RenewDeposit.Reply>
{
    public sealed record Request(Guid RightId, int Years);

    public sealed record Reply(DateOnly Until, long? DueFen);

    public Permission Permission => CemeteryPermissions.TakeDeposit;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        if (!(await deposits.OpenAsync(request.RightId, ct)).Try(out var deposit, out var problem)) return problem;
        var right = deposit.Right;
        if (!desk.Years(right.Kind == Rights.RightKind.Deposit ? "deposit.term.max" : "niche.term.max", right.Division, request.Years).Try(out _, out problem)) return problem;
        if (right.TermUntil is not { } last) return CemeteryProblems.NoTerm;
        // the day after the last, so many years on, less a day: a term that ended on the 28th of February stays at the end of the month
        var until = last.AddDays(1).AddYears(request.Years).AddDays(-1);
        if (!right.Renew(until, null, 0, desk.By, desk.Today, desk.Now).Try(out var term, out problem)) return problem;
        desk.Db.Add(term);
        if (deposit.Claim is { } claim && !claim.Close("续存").Try(out _, out problem)) return problem;
        if (!(await deposits.BillAsync(deposit, term.Id, request.Years, ct)).Try(out var bill, out problem)) return problem;
        desk.Context.Announce(new PlotRightRenewed(right.Id, right.Institution!, deposit.Position.Code, until));
        return new Reply(until, bill?.DueFen);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<RenewDeposit, Request, Reply>("/cemetery/deposits/renew");
}

/// <summary>领取: identity seen, a colleague as witness, and the depositor's word where somebody else comes.</summary>
internal sealed class CollectDeposit(CemeteryDesk desk, DepositDesk deposits, IAshesCustody custody, Reading reading) : IUseCase<CollectDeposit.Request, Done>
{
    public sealed record Request(Guid RightId, string? Receiver, string? Relation, bool IdSeen, string? Authorisation, string? Witness);

    public Permission Permission => CemeteryPermissions.CollectDeposit;

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        var receiver = reading.Name(request.Receiver, nameof(request.Receiver), "领取人姓名");
        var relation = reading.Text(request.Relation, nameof(request.Relation), "与逝者的关系", 40);
        var word = reading.Text(request.Authorisation, nameof(request.Authorisation), "授权的情况", 200, required: false);
        if (!request.IdSeen) reading.Refuse(DepositProblems.IdUnseen);
        if (reading.Problem is { } bad) return bad;
        if (request.Witness == desk.By.Id || desk.StaffName(request.Witness).Length == 0) return DepositProblems.WitnessNeeded;
        if (!(await deposits.OpenAsync(request.RightId, ct)).Try(out var deposit, out var problem)) return problem;
        if (deposit.Right.HolderName?.Text != receiver!.Text && word is null) return DepositProblems.AuthorisationNeeded;
        if (!deposits.End(deposit, "家属领取", Rights.RightEnding.Collected).Try(out _, out problem)) return problem;
        if (deposit.Claim is { } claim && !claim.Close("领取").Try(out _, out problem)) return problem;
        if (deposit.Interment.Ashes is { } ashes && !(await custody.MoveAsync(new(ashes, "family", "", null, request.Witness, null, deposit.Position.Code), ct)).Try(out _, out problem)) return problem;
        desk.Db.Add(new DepositCollection { RightId = deposit.Right.Id, Receiver = receiver, Relation = relation!, Authorisation = word, By = desk.By.Id, Witness = request.Witness!, At = desk.Now });
        return Done.It;
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<CollectDeposit, Request, Done>("/cemetery/deposits/collect");
}
