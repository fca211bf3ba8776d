using System.Globalization;
using Anmin.Funeral.Cases;
using Anmin.Ui.Forms;
using Anmin.Ui.Words;

namespace Anmin.Funeral.Families;

/// <summary>What the pickup page posts, as typed.</summary>
public sealed class PickupForm
{
    /// <summary>home, hospital, elderly-home or other; nothing is chosen beforehand.</summary>
    public string? PlaceKind { get; set; }

    public string? County { get; set; }

    public string? Town { get; set; }

    public string? Address { get; set; }

    /// <summary><c>3-no</c>: third floor, no lift; empty: ground floor or unknown.</summary>
    public string? Floor { get; set; }

    public string? Phone { get; set; }

    public string? Name { get; set; }

    public bool NameUnknown { get; set; }

    public string? EarliestAt { get; set; }

    public string? Note { get; set; }

    internal AskForPickup.Request ToRequest()
    {
        var floor = (Floor ?? "").Split('-') is [var number, var lift] && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var at) ? (Number: (int?)at, Lift: (bool?)(lift == "yes")) : (null, null);
        return new(County, Town, Address, KindOf(), Phone, Name, NameUnknown, floor.Number, floor.Lift, EarliestAt, Note);
    }

    private DeathPlaceKind KindOf() => PlaceKind switch
    {
        "home" => DeathPlaceKind.Home,
        "hospital" => DeathPlaceKind.Medical,
        "elderly-home" => DeathPlaceKind.ElderlyHome,
        "other" => DeathPlaceKind.Other,
        // no choice is not "unknown": the reader asks for one
        _ => (DeathPlaceKind)(-1),
    };

    /// <summary>Everything but the town, which the check page asks itself.</summary>
    internal IEnumerable<(string Name, string? Value)> Hidden() =>
    [
        (nameof(PlaceKind), PlaceKind), (nameof(County), County), (nameof(Address), Address), (nameof(Floor), Floor), (nameof(Phone), Phone), (nameof(Name), Name),
        (nameof(NameUnknown), NameUnknown ? "true" : "false"), (nameof(EarliestAt), EarliestAt), (nameof(Note), Note),
    ];

    /// <summary>As soon as possible, then every second hour for a day and a half: a choice, nothing to type.</summary>
    internal static IReadOnlyList<Choice> Times(DateTimeOffset now, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(now, zone).DateTime;
        var first = local.Date.AddHours((local.Hour / 2 * 2) + 2);
        return
        [
            new("", "尽快来接"),
            .. Enumerable.Range(0, 18).Select(i => first.AddHours(2 * i)).Select(t => new Choice(
                t.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), $"{ChineseTime.DayHeading(DateOnly.FromDateTime(t), DateOnly.FromDateTime(local))} {t:HH:mm}以后")),
        ];
    }
}
