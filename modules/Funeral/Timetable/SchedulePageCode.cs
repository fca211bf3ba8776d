using Anmin.Funeral.Scheduling;
using System.Globalization;
using Anmin.Contracts.Booking;
using Anmin.Contracts.Identity;
using Anmin.Funeral.Cases;
using Anmin.Ui.Forms;
using Anmin.Ui.Frame;
using Anmin.Ui.Words;
using Microsoft.AspNetCore.Components;

namespace Anmin.Funeral.Timetable;

/// <summary>What the board shows and where its links lead; state is in the address: institution, date, first hour, and what is picked.</summary>
public abstract class SchedulePageCode : FormPage
{
    private const int Shown16 = 16 * 12;

    [Inject] private GetSchedule Schedule { get; set; } = null!;

    [Inject] private MoveBooking Moving { get; set; } = null!;

    [Inject] private IInstitutionDirectory Institutions { get; set; } = null!;

    [Inject] private CaseFile File { get; set; } = null!;

    [Inject] private SiteProfile Site { get; set; } = null!;

    [SupplyParameterFromQuery] public string? Institution { get; set; }

    [SupplyParameterFromQuery] public string? Date { get; set; }

    [SupplyParameterFromQuery] public int? From { get; set; }

    [SupplyParameterFromQuery(Name = "booking")] public string? PickedBooking { get; set; }

    [SupplyParameterFromQuery(Name = "thing")] public string? PickedRow { get; set; }

    [SupplyParameterFromQuery(Name = "case")] public string? PickedCase { get; set; }

    [SupplyParameterFromQuery(Name = "done")] public string? Done { get; set; }

    [SupplyParameterFromForm(FormName = "mover")] public MoveInput? Form { get; set; }

    public sealed class MoveInput
    {
        public Guid CaseId { get; set; }
        public Guid Booking { get; set; }
        public string? Resource { get; set; }
        public string? From { get; set; }
    }

    internal GetSchedule.Reply? Board { get; private set; }

    internal IReadOnlyList<InstitutionCard> Homes { get; private set; } = [];

    internal GetSchedule.Block? Picked { get; private set; }

    internal GetSchedule.Row? PickedThing { get; private set; }

    internal GetSchedule.Person? PickedPerson { get; private set; }

    internal bool HasPanel => Picked is not null || PickedThing is not null || PickedPerson is not null;

    internal int First => Math.Clamp(From ?? 5, 0, 8);

    internal static (int Hour, string Name)[] Parts => [(0, "凌晨起"), (5, "白天"), (8, "晚上")];

    internal string Day => ChineseTime.DateWithWeekday(Board!.Date);

    internal string? Told => Done switch
    {
        "moved" => "已改期。",
        "booked" => "已预约。",
        "cancelled" => "预约已取消。",
        "adopted" => "方案已采用，预约都已排好。",
        "maintenance" => "停用检修已登记。",
        _ => null,
    };

    internal int? NowStep => Step(Board!.Now) is >= 0 and < Shown16 and var now ? now : null;

    protected override async Task OnInitializedAsync()
    {
        Homes = [.. Institutions.OfKind("funeral-home", File.City).Where(h => Gate.Actor.Institution == h.Id || Gate.Actor.Institution is null || Institutions.Find(Gate.Actor.Institution)?.Kind != "funeral-home")];
        var home = Institution ?? (Homes.Any(h => h.Id == Gate.Actor.Institution) ? Gate.Actor.Institution : Homes.Count > 0 ? Homes[0].Id : null) ?? "";
        Board = await AskAsync(Schedule, new GetSchedule.Request(home, Date));
        if (Board is null) return;
        if (Guid.TryParse(PickedBooking, out var id)) Picked = Board.Rows.SelectMany(r => r.Blocks).FirstOrDefault(b => b.Id == id);
        PickedThing = Board.Rows.FirstOrDefault(r => r.Id == PickedRow);
        if (Guid.TryParse(PickedCase, out var person)) PickedPerson = Board.Waiting.FirstOrDefault(p => p.CaseId == person);
    }

    protected async Task MoveAsync()
    {
        await SubmitAsync(Moving, new MoveBooking.Request(Form!.CaseId, Form.Booking, Form.Resource ?? "", Form.From ?? ""));
        if (Problem is null) SeeOther(Link("done=moved"));
    }

    internal string Link(string more) => string.Create(CultureInfo.InvariantCulture, $"/work/schedule?institution={Uri.EscapeDataString(Board!.Institution)}&date={Iso(Board.Date)}&from={First}&{more}");

    protected string DayLink(int days) => string.Create(CultureInfo.InvariantCulture, $"/work/schedule?institution={Uri.EscapeDataString(Board!.Institution)}&date={Iso(Board.Date.AddDays(days))}&from={First}");

    protected string PartLink(int hour) => string.Create(CultureInfo.InvariantCulture, $"/work/schedule?institution={Uri.EscapeDataString(Board!.Institution)}&date={Iso(Board.Date)}&from={hour}");

    internal static string Iso(DateOnly day) => ChineseTime.IsoDate(day);

    internal string Clock(DateTimeOffset at) => ChineseTime.Clock(at, Site.Zone);

    internal string Near(DateTimeOffset at) => ChineseTime.Near(at, Board!.Now, Site.Zone);

    internal static string KindName(string kind) => kind switch { "hall" => "告别厅", "vigil" => "守灵间", "vehicle" => "接运车", _ => "火化机" };

    internal static string Detail(GetSchedule.Row row) => row.Kind switch { "cremator" => $"{(row.Variant == "carriage" ? "捡灰" : "平板")} {row.Size}分", "vehicle" => row.Variant == "cold" ? "冷藏" : "普通", _ => $"{row.Size}座" };

    /// <summary>Vehicles are sent at the dispatch desk and planned with the day; by hand nobody moves them here.</summary>
    internal static bool IsTrip(GetSchedule.Block b) => b.Purpose is Dispatch.TripBookings.Purpose or Dispatch.TripBookings.Planned;

    internal string Wish(GetSchedule.Person p) => (p.WishedAt is { } at ? $"家属希望{Near(at)}" : "家属没有说时间") + (p.EarliestAt > Board!.Now ? $"，{Near(p.EarliestAt)}起可以火化" : "");

    internal static bool Movable(GetSchedule.Block b) => b.CaseId is not null && !IsTrip(b) && b.State is BookingState.Held or BookingState.Confirmed && b.CaseId is not null && !IsTrip(b);

    internal bool Shown(GetSchedule.Block b) => Step(b.ClearAt) > 0 && Step(b.From) < Shown16;

    internal static string Look(GetSchedule.Block b) => (b.Purpose == "maintenance" ? "off" : b.Late ? "lt" : b.State switch { BookingState.InUse => "go", BookingState.Released => "dn", BookingState.Held => "sg", _ => b.Purpose == Dispatch.TripBookings.Planned ? "sg" : "" }) + (b.Fixed && b.CaseId is not null ? " fix" : "");

    internal string Place(GetSchedule.Block b) => Span(b.From, b.Until) ?? "s0 d1";

    internal string? ClearPlace(GetSchedule.Block b) => b.ClearAt > b.Until ? Span(b.Until, b.ClearAt) : null;

    internal string Said(GetSchedule.Row row, GetSchedule.Block b)
        => $"{row.Name}，到{Clock(b.Until)}{(b.CaseId is null ? "" : "，" + PlanWords.Purpose(b.Purpose))}{(b.Fixed && b.CaseId is not null ? "，手工排定" : "")}";

    private int Step(DateTimeOffset at) => (int)Math.Floor((at - Board!.Start).TotalMinutes / 5) - (First * 12);

    private string? Span(DateTimeOffset from, DateTimeOffset until)
    {
        var (start, end) = (Math.Max(0, Step(from)), Math.Min(Shown16, Step(until)));
        return end > start ? string.Create(CultureInfo.InvariantCulture, $"s{start} d{end - start}") : null;
    }
}
