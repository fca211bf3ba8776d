using Anmin.Contracts.Booking;
using Anmin.Contracts.Identity;
using Anmin.Funeral.Cases;
using Anmin.Funeral.Resources;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Dictionaries;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Funeral.Preparation;

/// <summary>开遗体整理单: what is to be done, by when, by whom, in which room; the room is booked in the same commit.</summary>
internal sealed class OrderPreparation(CaseFile file, Reading reading, DictionaryBook dictionary, IStaffDirectory staff, IBookings bookings) : IUseCase<OrderPreparation.Request, OrderPreparation.Reply>
{
    private static readonly TimeSpan Length = TimeSpan.FromHours(1);

    /// <param name="Kind">Code of the list 遗体整理项目.</param>
    /// <param name="WantedAt">City time by which it should be done; empty for none.</param>
    /// <param name="Room">Books the hour before <paramref name="WantedAt"/>; empty books nothing.</param>
    /// <param name="ConsentBy">The 经办人 who agreed.</param>
    /// <param name="Consent">Where the signed paper is; needed where the kind needs consent.</param>
    public sealed record Request(Guid CaseId, string? Kind, string? WantedAt, string? AssignedTo, string? Room, Guid? ConsentBy, string? Consent, string? Wishes);

    public sealed record Reply(Guid OrderId, string Number);

    public Permission Permission => FuneralPermissions.OrderPreparation;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var kind = dictionary.Offered(PreparationTables.Kinds).FirstOrDefault(k => k.Code == request.Kind)?.Code;
        if (kind is null) reading.Refuse(PreparationProblems.KindUnknown);
        var wishes = reading.Text(request.Wishes, nameof(request.Wishes), "家属要求", 300, required: false) ?? "";
        var consent = reading.Text(request.Consent, nameof(request.Consent), "同意书", 100, required: false) ?? "";
        var wanted = reading.Instant(request.WantedAt, nameof(request.WantedAt), "最迟完成时间", required: !string.IsNullOrEmpty(request.Room));
        if (reading.Problem is { } bad) return bad;
        if (!(await file.OpenAsync(request.CaseId, ct)).Try(out var opened, out var problem)) return problem;
        if (opened.NotStaying() is { } gone) return gone == Stays.StayProblems.NotStaying ? PreparationProblems.NotHere : gone;
        if (!file.Rules.Find("preparation.consent", opened.Division, file.Today).Try(out var needing, out problem)) return problem;
        var needed = needing.Value.Split('|').Contains(kind);
        if (request.ConsentBy is { } by && !opened.Handlers.Exists(h => h.Id == by)) return PreparationProblems.ConsentMissing;
        if (needed && (request.ConsentBy is null || consent.Length == 0)) return PreparationProblems.ConsentMissing;
        if (Worker(request.AssignedTo, opened.Institution!) is { } nobody) return nobody;
        if (!(await file.NumberAsync("preparation", opened.Institution, ct)).Try(out var number, out problem)) return problem;
        var order = new PreparationOrder
        {
            CaseId = opened.Id,
            Institution = opened.Institution!,
            Number = number,
            Kind = kind!,
            ConsentNeeded = needed,
            ConsentBy = request.ConsentBy,
            Consent = consent,
            Wishes = wishes,
            Infectious = opened.Infectious,
            OrderedBy = file.By.Id,
            OrderedAt = file.Now,
            WantedAt = wanted,
        };
        if (!(await RoomAsync(order, request.Room, wanted, ct)).Try(out var booking, out problem)) return problem;
        order.Assign(string.IsNullOrEmpty(request.AssignedTo) ? null : request.AssignedTo, string.IsNullOrEmpty(request.Room) ? null : request.Room, booking == Guid.Empty ? null : booking);
        file.Db.Add(order);
        return opened.NoteWork("preparation.ordered", new { number, kind, order.Id, Consent = request.ConsentBy }).Try(out _, out problem) ? new Reply(order.Id, number) : problem;
    }

    private Problem? Worker(string? id, string home)
        => string.IsNullOrEmpty(id) || (staff.Find(id) is { Active: true } person && person.Institution == home && staff.ActorOf(id)?.May(FuneralPermissions.Prepare) is true) ? null : PreparationProblems.WorkerUnknown;

    private async Task<Outcome<Guid>> RoomAsync(PreparationOrder order, string? room, DateTimeOffset? wanted, CancellationToken ct)
    {
        if (string.IsNullOrEmpty(room)) return Guid.Empty;
        if (!await file.Db.Resources.AnyAsync(r => r.Id == room && r.Institution == order.Institution && r.Kind == ResourceKind.Preparation, ct)) return PreparationProblems.RoomUnknown;
        var until = wanted!.Value;
        return (await bookings.BookAsync(new BookingWish(order.CaseId, "preparation", [new(room, until - Length, until)]) { Note = order.Number }, ct)).Try(out var booked, out var problem) ? booked[0].Id : problem;
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<OrderPreparation, Request, Reply>("/preparations");
}
