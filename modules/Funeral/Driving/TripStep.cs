namespace Anmin.Funeral.Driving;

/// <summary>The driver's five steps, in order: 接单 已出发 已到达 已装车 已交接.</summary>
internal enum TripAct { Accept, Depart, Arrive, Load, HandOver }

/// <summary>One step as it was told: the device's time and ours, who, from which device. Append-only; once per run.</summary>
internal sealed class TripStep
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public required Guid OrderId { get; init; }

    public required int Run { get; init; }

    public required TripAct Act { get; init; }

    /// <summary>By the device's clock, mended by two minutes at most.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>As the device wrote it; null where the server's own clock was used.</summary>
    public DateTimeOffset? DeviceAt { get; init; }

    public required DateTimeOffset ServerAt { get; init; }

    public required string By { get; init; }

    public required string Device { get; init; }

    public required string Vehicle { get; init; }

    public static string Label(TripAct act) => act switch { TripAct.Accept => "接单", TripAct.Depart => "已出发", TripAct.Arrive => "已到达", TripAct.Load => "已装车", _ => "已交接" };
}

/// <summary>Where the phone was while a trip ran. Append-only; one per order and instant.</summary>
internal sealed class TripPosition
{
    public required Guid OrderId { get; init; }

    public required DateTimeOffset At { get; init; }

    public required int Run { get; init; }

    public required double Latitude { get; init; }

    public required double Longitude { get; init; }

    /// <summary>Metres; null where the phone did not say.</summary>
    public int? Accuracy { get; init; }
}
