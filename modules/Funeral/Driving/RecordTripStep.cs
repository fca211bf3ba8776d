using System.Globalization;
using Anmin.Contracts.Identity;
using Anmin.Funeral.Cases;
using Anmin.Funeral.Dispatch;
using Anmin.Funeral.Reception;
using Anmin.Funeral.Transport;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;

namespace Anmin.Funeral.Driving;

/// <summary>
/// One of the driver's five steps. May arrive hours after it happened, twice, or out of order: each is kept once and in order.
/// A repeat by the same person is answered with what is recorded, whatever key it came with.
/// </summary>
internal sealed class RecordTripStep(CaseFile file, OrderDesk orders, Reading reading, Places places, IStaffDirectory staff, TripBookings bookings) : IUseCase<RecordTripStep.Request, RecordTripStep.Reply>
{
    /// <param name="Run">Which dispatch of the order; a step of an earlier one is refused.</param>
    /// <param name="At">The device's time, ISO 8601 with offset; empty for the server's.</param>
    /// <param name="Tag">Wrist tag as scanned; for loading.</param>
    /// <param name="SignedBy">family, hospital or police; for loading.</param>
    /// <param name="Place">Room or box of the home; for hand-over.</param>
    /// <param name="Receiver">Staff id of who takes the body over; for hand-over.</param>
    /// <param name="Code">Six digits off the receiver's screen, made of the tag the receiver scanned; for hand-over.</param>
    /// <param name="Account">Staff id the device recorded it under; refused when somebody else is signed in by now.</param>
    /// <param name="Device">What the device's clock said, where it knows that to be wrong and <paramref name="At"/> to be mended.</param>
    public sealed record Request(Guid OrderId, int Run, TripAct Act, string? At = null, string? Tag = null, string? SignedBy = null, string? Place = null, string? Receiver = null, string? Code = null, string? Odometer = null, string? Account = null, string? Device = null);

    public sealed record Reply(TripAct Act, DateTimeOffset At, PickupStatus Status, TripAct? Next, bool Repeated);

    public Permission Permission => FuneralPermissions.RecordTrip;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        if (!string.IsNullOrEmpty(request.Account) && request.Account != file.By.Id) return DispatchProblems.OtherAccount;
        var told = Told(request.At);
        var written = Told(request.Device);
        var odometer = Dial(request.Odometer);
        if (reading.Problem is { } bad) return bad;
        if (!(await orders.OpenAsync(request.OrderId, ct)).Try(out var found, out var problem)) return problem;
        var (opened, order) = found;
        if (request.Run != order.Run) return order.Run == 0 ? DispatchProblems.NotDispatched : DispatchProblems.Reassigned;
        if (order.Driver != file.By.Id && order.SecondCrew != file.By.Id) return DispatchProblems.NotYours;
        if (order.At(request.Act) is { } done && order.NextAct != request.Act) return new Reply(request.Act, done, order.Status, order.NextAct, true);
        if (request.Act == TripAct.HandOver && odometer < order.OdometerStart) return DispatchProblems.OdometerBack;
        if (!(await FactsAsync(request, told, odometer, opened, ct)).Try(out var facts, out problem)) return problem;
        if (!opened.TakeStep(order.Id, request.Act, facts with { DeviceAt = written ?? told }, file.By, file.Now).Try(out var step, out problem)) return problem;
        file.Db.Add(step);
        if (request.Act == TripAct.Depart && !(await bookings.UseAsync(order.Id, ct)).Try(out _, out problem)) return problem;
        if (request.Act == TripAct.HandOver && !(await bookings.FreeAsync(order.Id, "已交接", ct)).Try(out _, out problem)) return problem;
        if (request.Act is TripAct.Load or TripAct.HandOver && await file.Db.VehicleRecords.FindAsync([order.Vehicle!], ct) is { } record) record.Used(step.At, opened.Infectious);
        return new Reply(request.Act, step.At, order.Status, order.NextAct, false);
    }

    private async Task<Outcome<DeathCase.StepFacts>> FactsAsync(Request request, DateTimeOffset? told, int? odometer, DeathCase opened, CancellationToken ct)
    {
        var facts = new DeathCase.StepFacts(told, null, request.SignedBy, BodyPlace.AtPlaceOfDeath, null, null, odometer);
        if (request.Act == TripAct.Load)
        {
            var tag = request.Tag?.Trim().ToUpperInvariant() ?? "";
            if (tag.Length == 0) return DispatchProblems.TagNeeded;
            return tag.Length is < 3 or > 40 || !tag.All(char.IsAsciiLetterOrDigit) ? DispatchProblems.TagShape : facts with { Tag = tag };
        }
        if (request.Act != TripAct.HandOver) return facts;
        if (!(await places.FindAsync(request.Place?.Trim() ?? "", opened.Institution, ct)).Try(out var place, out var problem)) return problem with { Field = nameof(request.Place) };
        var receiver = request.Receiver?.Trim() ?? "";
        if (staff.Find(receiver) is not { Active: true } person || person.Institution != opened.Institution || staff.ActorOf(receiver)?.May(FuneralPermissions.ReceiveRemains) is not true || receiver == file.By.Id) return DispatchProblems.ReceiverUnknown;
        if (opened.Remains?.Tag is not { } tied || !HandOverCode.Fits(file.Db, request.Code, receiver, place.Id, tied)) return DispatchProblems.HandOverCode;
        return facts with { Place = place.Body, PlaceId = place.Id, Receiver = receiver };
    }

    private DateTimeOffset? Told(string? at)
    {
        if (string.IsNullOrWhiteSpace(at)) return null;
        if (DateTimeOffset.TryParse(at, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var told)) return new(told.UtcTicks / 10 * 10, TimeSpan.Zero);
        reading.Refuse(DispatchProblems.ClockAhead with { Kind = ProblemKind.Invalid, Field = nameof(Request.At) });
        return null;
    }

    private int? Dial(string? odometer)
    {
        if (string.IsNullOrWhiteSpace(odometer)) return null;
        if (int.TryParse(odometer.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var dial) && dial <= 9_999_999) return dial;
        reading.Refuse(DispatchProblems.Odometer);
        return null;
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<RecordTripStep, Request, Reply>("/trips/step");
}
