using Anmin.Booking.Slots;
using System.Globalization;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;

namespace Anmin.Booking.Places;

/// <summary>预约: a place in a slot, first come, first served.</summary>
internal sealed class BookPlace(PlaceDesk desk, Reading reading) : ILaneUseCase<BookPlace.Request, BookPlace.Reply>
{
    /// <param name="Reference">受理编号 or 格位编号, where the family has one.</param>
    public sealed record Request(Guid SlotId, string? Phone, string? People, string? Reference = null);

    public sealed record Reply(string Number, Guid SlotId, int People);

    public Permission Permission => Permission.Anyone;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var phone = reading.Phone(request.Phone, nameof(request.Phone), "手机号");
        var people = Count(request.People);
        if (people is null) reading.Refuse(PlaceProblems.BadPeople);
        var reference = reading.Text(request.Reference, nameof(request.Reference), "受理编号或格位", 60, required: false);
        if (reading.Problem is { } bad) return bad;
        if (await desk.SlotAsync(request.SlotId, ct) is not { } slot) return PlaceProblems.NoSlot;
        var task = desk.Task(PlaceAct.Book, slot.Id) with { People = people!.Value, Phone = desk.Seal(phone!), PhoneIndex = desk.IndexOf(phone!), Reference = reference };
        if (!(await desk.AskAsync(slot, task, ct)).Try(out var granted, out var problem)) return problem;
        return new Reply(PlaceNumber.Of(slot.Serial, granted.Ordinal), slot.Id, granted.People);
    }

    private static int? Count(string? typed)
        => !string.IsNullOrWhiteSpace(typed) && typed.Length < 10 && int.TryParse(typed.Normalize(System.Text.NormalizationForm.FormKC).Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0 ? count : null;

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<BookPlace, Request, Reply>("/public/places");
}
