namespace Anmin.Contracts.Funeral;

/// <summary>Where the hearses of a home stand now, and how many people are on shift. Read-only; names no family.</summary>
public interface IVehicleStates
{
    Task<IReadOnlyList<VehicleState>> OfAsync(IReadOnlyCollection<string> institutions, CancellationToken ct);

    /// <summary>People on shift at this moment by role: 司机, 火化工; empty where the pack counts nobody in this home.</summary>
    Task<IReadOnlyList<OnShift>> OnShiftAsync(string institution, CancellationToken ct);
}

/// <param name="State"><c>ok</c>, <c>run</c> or <c>bad</c>.</param>
/// <param name="Word">可派, 出车中 or 停用.</param>
public sealed record VehicleState(string Id, string Institution, string Plate, string State, string Word);

public sealed record OnShift(string Role, int People);
