using System.Globalization;
using Anmin.Cemetery.Burials.Orders;
using Anmin.Cemetery.Rights;
using Anmin.Contracts.Funeral;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Personal;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Cemetery.Burials;

/// <summary>预约安葬: a half day the ground still has room on, and the work orders that make the place ready.</summary>
internal sealed class ArrangeBurial(CemeteryDesk desk, IAshesCustody custody, Reading reading) : IUseCase<ArrangeBurial.Request, ArrangeBurial.Reply>
{
    private const int MostPeople = 500;

    /// <param name="Ashes">Label of the container; empty for ashes from elsewhere, then the name is needed.</param>
    public sealed record Request(Guid RightId, string? Ashes, string? Name, string? On, DayHalf Half, int People);

    public sealed record Reply(Guid Order, IReadOnlyList<string> WorkOrders);

    public Permission Permission => CemeteryPermissions.ArrangeBurial;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var on = reading.Day(request.On, nameof(request.On), "安葬日期");
        var typed = reading.Name(request.Name, nameof(request.Name), "逝者姓名", required: string.IsNullOrWhiteSpace(request.Ashes));
        if (request.People is < 1 or > MostPeople) reading.Refuse(BurialProblems.PeopleWrong);
        if (reading.Problem is { } bad) return bad;
        if (on < desk.Today) return BurialProblems.DayPast;
        if (!(await desk.OpenAsync(request.RightId, ct)).Try(out var opened, out var problem)) return problem;
        if (opened.Right.DisputedSince is not null) return CemeteryProblems.Disputed;
        if (opened.Right.State != RightState.Active) return CemeteryProblems.NotActive;
        if (opened.Right.TermUntil < on) return BurialProblems.TermOver(opened.Right.TermUntil.Value);
        if (!(await PersonAsync(request, typed, ct)).Try(out var person, out problem)) return problem;
        if (!(await SeatAsync(opened, on!.Value, request.Half, ct)).Try(out var seat, out problem)) return problem;

        var order = BurialOrder.Arrange(opened.Right, person.Name, person.Ashes, on.Value, request.Half, seat, request.People, desk.By);
        desk.Db.Add(order);
        var numbers = new List<string>();
        foreach (var kind in (WorkKind[])[WorkKind.OpenGrave, WorkKind.Place])
        {
            if (!(await desk.NumberAsync("work-order", opened.Position.Institution!, ct)).Try(out var number, out problem)) return problem;
            desk.Db.Add(WorkOrder.Of(number, opened.Position, order.Id, kind, on.Value, null, desk.By));
            numbers.Add(number);
        }
        return new Reply(order.Id, numbers);
    }

    private async Task<Outcome<(PersonName Name, string? Ashes)>> PersonAsync(Request request, PersonName? typed, CancellationToken ct)
    {
        if (request.Ashes?.Trim() is not { Length: > 0 } label)
        {
            (PersonName Name, string? Ashes) named = (typed!, null);
            return named;
        }
        if (await custody.FindAsync(label, ct) is not { } card) return BurialProblems.AshesUnknown;
        return (card.Person ?? typed) is { } name ? (name, card.Number) : BurialProblems.AshesOrPerson;
    }

    /// <summary>The lowest seat nobody has; the index decides between two who ask at once.</summary>
    private async Task<Outcome<int>> SeatAsync(OpenedRight opened, DateOnly on, DayHalf half, CancellationToken ct)
    {
        if (!desk.Rules.Find("burial.day.most", opened.Position.Division, on).Try(out var rule, out var problem)) return problem;
        if (!int.TryParse(rule.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var most)) return BurialProblems.CapacityRule;
        var institution = opened.Position.Institution;
        var taken = await desk.Db.BurialOrders.Where(o => o.Institution == institution && o.On == on && o.Half == half && o.State != BurialState.Cancelled).Select(o => o.Seat).ToListAsync(ct);
        var seat = Enumerable.Range(1, most).FirstOrDefault(s => !taken.Contains(s));
        return seat == 0 ? BurialProblems.NoCapacity : seat;
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<ArrangeBurial, Request, Reply>("/cemetery/burials");
}

/// <summary>取消安葬预约: the half day is free again.</summary>
internal sealed class CancelBurial(CemeteryDesk desk, Reading reading) : IUseCase<CancelBurial.Request, Done>
{
    public sealed record Request(Guid Order, string? Reason);

    public Permission Permission => CemeteryPermissions.ArrangeBurial;

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        var reason = reading.Text(request.Reason, nameof(request.Reason), "取消原因");
        if (reading.Problem is { } bad) return bad;
        return await desk.Db.BurialOrders.FirstOrDefaultAsync(o => o.Id == request.Order, ct) is { } order ? order.Cancel(reason!) : BurialProblems.NoOrder;
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<CancelBurial, Request, Done>("/cemetery/burials/cancel");
}
