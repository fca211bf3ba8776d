using Anmin.Contracts.Funeral;
using Anmin.Hotline.CallBacks;
using Anmin.Hotline.Calls;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Personal;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Hotline.Screen;

/// <summary>The agent's one screen: what rings, the call in hand, and what is known about its number.</summary>
internal sealed class GetCallDesk(HotlineDesk desk, IReportedCases cases, IVehicleStates vehicles) : IQuestion<GetCallDesk.Request, GetCallDesk.Reply>
{
    private const int Most = 10;

    /// <param name="CallId">The call in hand.</param>
    /// <param name="Caller">A number to look up before it is taken, as the telephone system passes it.</param>
    public sealed record Request(Guid? CallId = null, string? Caller = null);

    public sealed record Reply(DateTimeOffset Now, IReadOnlyList<Ringing> Rings, Guid? Unfinished, int CallBacksOpen, int CallBacksOverdue, InHand? Call, Known? Of, Hearses? Fleet = null);

    /// <param name="Phone">Masked.</param>
    public sealed record Ringing(Guid Id, string Number, string? Phone, DateTimeOffset StartedAt);

    /// <param name="Phone">In clear: the agent reads it back to the caller, and the look is audited.</param>
    public sealed record InHand(Guid Id, string Number, string? Phone, CallState State, CallKind? Kind, DateTimeOffset AnsweredAt, bool Mine, bool OpenedCase, Guid? CaseId);

    /// <summary>What a telephone number is known by.</summary>
    /// <param name="Elsewhere">Open cases that another county has in hand.</param>
    public sealed record Known(string Masked, IReadOnlyList<CallerCase> Cases, IReadOnlyList<CaseElsewhere> Elsewhere, IReadOnlyList<Earlier> Calls, IReadOnlyList<Owed> CallBacks)
    {
        public IReadOnlyList<CallerCase> Open => [.. Cases.Where(c => c.Open)];
    }

    /// <summary>Hearses of the home that is to come for the case this call opened, while none is sent yet.</summary>
    public sealed record Hearses(int Free, int All);

    public sealed record Earlier(Guid Id, DateTimeOffset At, CallKind? Kind, CallState State, CallOutcome? Outcome, string Summary, string Agent);

    public sealed record Owed(Guid Id, DateTimeOffset DueAt, string Why);

    public Permission Permission => HotlinePermissions.TakeCall;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var (now, me) = (desk.Now, desk.By.Id);
        var rings = await desk.Db.Calls.AsNoTracking().Where(c => c.State == CallState.Ringing).OrderBy(c => c.StartedAt).Take(Most).ToListAsync(ct);
        var unfinished = await desk.Db.Calls.AsNoTracking().Where(c => c.State == CallState.Answered && c.Agent == me).OrderBy(c => c.StartedAt).Select(c => (Guid?)c.Id).FirstOrDefaultAsync(ct);
        var open = await desk.Db.CallBacks.CountAsync(c => c.State == CallBackState.Open, ct);
        var overdue = await desk.Db.CallBacks.CountAsync(c => c.State == CallBackState.Open && c.DueAt < now, ct);
        Call? call = null;
        if (request.CallId is { } id)
        {
            call = await desk.Db.Calls.AsNoTracking().FirstOrDefaultAsync(c => c.Id == id, ct);
            if (call is null) return KernelProblems.NotFound;
            desk.Context.About(call.Id, "接听热线，显示来电号码");
        }
        var phone = call is not null ? call.Caller : CallerNumber.Read(request.Caller);
        var known = phone is null ? null : await KnownAsync(phone, call?.Id, ct);
        return new Reply(now, rings.ConvertAll(c => new Ringing(c.Id, c.Number, c.Caller?.Masked, c.StartedAt)), unfinished, open, overdue,
            call is null ? null : new InHand(call.Id, call.Number, call.Caller?.Reveal(), call.State, call.Kind, call.AnsweredAt ?? call.StartedAt, call.Agent == me, call.OpenedCase, call.CaseId), known, await FleetAsync(call, known, ct));
    }

    /// <summary>So that nobody is promised a hearse while all are out.</summary>
    private async Task<Hearses?> FleetAsync(Call? call, Known? known, CancellationToken ct)
    {
        if (call is not { OpenedCase: true } || known?.Cases.FirstOrDefault(c => c.CaseId == call.CaseId) is not { Waiting: true, Home: { } home }) return null;
        var states = await vehicles.OfAsync([home], ct);
        return new(states.Count(v => v.State == "ok"), states.Count);
    }

    private async Task<Known> KnownAsync(PhoneNumber phone, Guid? but, CancellationToken ct)
    {
        var index = desk.Db.BlindIndex(phone.Normal);
        var calls = await desk.Db.Calls.AsNoTracking().Where(c => c.Id != but && EF.Property<byte[]>(c, "CallerIndex") == index).OrderByDescending(c => c.StartedAt).Take(Most).ToListAsync(ct);
        var owed = await desk.Db.CallBacks.AsNoTracking().Where(c => c.State == CallBackState.Open && EF.Property<byte[]>(c, "PhoneIndex") == index).OrderBy(c => c.DueAt).Take(Most).ToListAsync(ct);
        return new(phone.Masked, await cases.OfCallerAsync(phone, ct), await cases.ElsewhereAsync(phone, ct),
            calls.ConvertAll(c => new Earlier(c.Id, c.StartedAt, c.Kind, c.State, c.Outcome, c.Summary, desk.StaffName(c.Agent))), owed.ConvertAll(c => new Owed(c.Id, c.DueAt, c.Why)));
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion<GetCallDesk, Request, Reply>("/hotline/desk");
}
