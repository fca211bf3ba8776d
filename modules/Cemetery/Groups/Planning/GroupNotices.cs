using Anmin.Contracts.Notifications;

namespace Anmin.Cemetery.Groups.Planning;

/// <summary>What families of a group are told by text message.</summary>
internal sealed class GroupNotices(CemeteryDesk desk, IMessageDesk messages)
{
    // who leaves within hours hears it at night, too
    private static readonly TimeSpan Soon = TimeSpan.FromHours(18);

    public Task<int> SignedAsync(EcoBurialGroup group, GroupSeat seat, CancellationToken ct)
        => TellAsync(group, "eco-group.signed", [seat], new() { ["at"] = group.DepartsAt, ["place"] = group.Meet, ["number"] = NumberOf(seat.Id) }, urgent: false, ct);

    public Task<int> MovedAsync(EcoBurialGroup group, DateTimeOffset was, IReadOnlyList<GroupSeat> seats, CancellationToken ct)
    {
        var urgent = was - desk.Now < Soon;
        return group.State == GroupState.Postponed
            ? TellAsync(group, "eco-group.waiting", seats, new() { ["was"] = was }, urgent, ct)
            : TellAsync(group, "eco-group.moved", seats, new() { ["was"] = was, ["at"] = group.DepartsAt, ["place"] = group.Meet }, urgent, ct);
    }

    public Task<int> CancelledAsync(EcoBurialGroup group, IReadOnlyList<GroupSeat> seats, CancellationToken ct)
        => TellAsync(group, "eco-group.cancelled", seats, new() { ["was"] = group.DepartsAt }, group.DepartsAt - desk.Now < Soon, ct);

    /// <summary>What people read to the office: not a business number.</summary>
    public static string NumberOf(Guid seat) => "H" + seat.ToString("N")[^8..].ToUpperInvariant();

    private async Task<int> TellAsync(EcoBurialGroup group, string template, IReadOnlyList<GroupSeat> seats, Dictionary<string, object?> values, bool urgent, CancellationToken ct)
    {
        var told = 0;
        foreach (var seat in seats)
        {
            if (seat.ContactPhone is not { IsMobile: true } phone) continue;
            var own = new Dictionary<string, object?>(values) { ["what"] = GroupWords.Of(group.Kind), ["person"] = seat.PersonName, ["phone"] = desk.Institution(group.Institution)?.Phone };
            await messages.QueueAsync(new Message(template, new ToPhone(phone), own) { Subject = seat.CaseId ?? seat.Id, About = seat.PersonId, Kind = urgent ? MessageKind.Urgent : MessageKind.Normal }, ct);
            told++;
        }
        return told;
    }
}
