using Anmin.Funeral.Twins;
using Anmin.Contracts.Funeral;
using Anmin.Contracts.Identity;
using Anmin.Funeral.Cases;
using Anmin.Funeral.Transport;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Personal;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Funeral.Families;

/// <summary>
/// 请接运车 by a family: the case is opened and the pickup booked in one commit, without signing in.
/// All families act as "public", so their idempotency keys share one space. No answer leaks through it: the form's key is 128 random
/// bits, and the Gate gives the first answer only for the same key <b>and</b> the same content, else it refuses.
/// </summary>
internal sealed class AskForPickup(CaseFile file, PickupWishes wishes, TwinFinder twins, PickupEstimates estimates) : IUseCase<AskForPickup.Request, AskForPickup.Reply>
{
    /// <param name="County">Division of the county; <paramref name="Town"/> may narrow it.</param>
    /// <param name="EarliestAt">Local date and time; empty means as soon as possible.</param>
    public sealed record Request(
        string? County, string? Town, string? Address, DeathPlaceKind PlaceKind, string? Phone, string? Name, bool NameUnknown, int? Floor, bool? HasLift, string? EarliestAt, string? Note);

    /// <param name="Repeated">The same telephone and address were accepted a few minutes ago: this is that order, nothing new was made.</param>
    public sealed record Reply(Guid CaseId, Guid OrderId, string CaseNumber, string OrderNumber, string HomeName, string HomePhone, DateTimeOffset? DueAt, bool Repeated);

    private static readonly TimeSpan SameCall = TimeSpan.FromMinutes(20);

    public Permission Permission => Permission.Anyone;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var by = (await file.Citizen.FindAsync(ct))?.By;
        if (by is { MayAct: false }) return FuneralProblems.LookOnly;
        if (!wishes.Read(request).Try(out var wish, out var problem)) return problem;
        if (await EarlierAsync(wish, ct) is { } earlier) return earlier;
        if (!(await file.NumberAsync("case", null, ct)).Try(out var number, out problem)) return problem;
        var facts = new DeathCase.ReportFacts(number, wish.Division, ReportSource.Family, wish.Name, null, Sex.Unknown, null, null, request.PlaceKind, wish.Address, false, false, false, null) { By = file.By };
        if (!DeathCase.Report(facts, file.Now, file.Zone).Try(out var opened, out problem)) return problem;
        if (PersonName.Parse("报告人").Value is { } caller) opened.AddHandler(caller, wish.Phone, "未说明", null);
        if (!(await file.NumberAsync("pickup", wish.Home.Id, ct)).Try(out var orderNumber, out problem)) return problem;
        var estimate = estimates.Of(wish.Home.Id, wish.Division, null, infectious: false);
        if (!opened.RequestPickup(new(orderNumber, wish.Home.Id, wish.Address, request.Floor, request.HasLift, wish.EarliestAt, wish.DueAt, by is null ? wish.Note : $"由{by.StaffName}代办。{wish.Note}") { SuggestedDistance = (int?)(estimate.Kilometres * 10), EstimateFen = estimate.Fen }, file.Now).Try(out var order, out problem)) return problem;
        file.Db.Add(opened);
        file.Context.About(opened.Id, by is null ? null : $"由{by.StaffName}代办，请接运车");
        file.Context.Announce(new CaseReported(opened.Id, opened.Number, opened.Division, nameof(ReportSource.Family)));
        await twins.FindAndKeepAsync(opened, ct);
        return Answer(opened.Id, opened.Number, order, wish.Home, repeated: false);
    }

    /// <summary>Sent twice from two windows, or by two brothers: the first order stands.</summary>
    private async Task<Reply?> EarlierAsync(PickupWishes.Wish wish, CancellationToken ct)
    {
        var phone = file.Db.BlindIndex(wish.Phone.Normal);
        var since = file.Now - SameCall;
        var recent = await file.Db.AcrossScopes<DeathCase>("核对是否重复请接运车").AsNoTracking().Include(c => c.Pickups)
            .Where(c => c.ReportedAt >= since && c.VoidedAt == null && c.Handlers.Any(h => EF.Property<byte[]>(h, "PhoneIndex") == phone)).OrderBy(c => c.ReportedAt).Take(20).ToListAsync(ct);
        foreach (var opened in recent)
        {
            if (opened.Pickups.Find(p => p.Status is not (PickupStatus.Cancelled or PickupStatus.Failed) && p.Address?.Reveal() == wish.Address.Reveal()) is not { } order) continue;
            file.Context.About(opened.Id, "同一电话、同一地址重复提交，给出第一次的接运单");
            return Answer(opened.Id, opened.Number, order, file.Institution(order.Institution) ?? wish.Home, repeated: true);
        }
        return null;
    }

    private static Reply Answer(Guid caseId, string number, TransportOrder order, InstitutionCard home, bool repeated)
        => new(caseId, order.Id, number, order.Number, home.Name, home.Phone, order.DueAt, repeated);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<AskForPickup, Request, Reply>("/public/pickups");
}

/// <summary>核对: reads what the family typed and says who will come and by when, before anything is stored.</summary>
internal sealed class CheckPickup(PickupWishes wishes, PickupEstimates estimates) : IQuestion<AskForPickup.Request, CheckPickup.Reply>
{
    /// <param name="CallBack">The number as it was understood, for the one who typed it to check.</param>
    public sealed record Reply(string Division, string Home, string CallBack, DateTimeOffset? DueAt, DateTimeOffset? EarliestAt, PickupEstimate Estimate);

    public Permission Permission => Permission.Anyone;

    public Task<Outcome<Reply>> HandleAsync(AskForPickup.Request request, CancellationToken ct)
        => Task.FromResult(wishes.Read(request).Try(out var wish, out var problem) ? new Reply(wish.Division, wish.Home.Name, wish.Phone.Reveal(), wish.DueAt, wish.EarliestAt, estimates.Of(wish.Home.Id, wish.Division, null, infectious: false)) : (Outcome<Reply>)problem);
}
