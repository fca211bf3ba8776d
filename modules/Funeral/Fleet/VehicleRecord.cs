using Anmin.Funeral.Dispatch;
using Anmin.Kernel.Outcomes;

namespace Anmin.Funeral.Fleet;

/// <summary>车辆档案: papers and their ends, whether it runs, when it was last used and disinfected. One per vehicle of vehicles.csv.</summary>
internal sealed class VehicleRecord
{
    /// <summary>Id of the vehicle.</summary>
    public required string Id { get; init; }

    public required string Institution { get; set; }

    public required string LicenceNumber { get; set; }

    /// <summary>Last day of the operating licence.</summary>
    public DateOnly LicenceUntil { get; set; }

    /// <summary>Last day of the yearly inspection.</summary>
    public DateOnly InspectedUntil { get; set; }

    public DateOnly InsuredUntil { get; set; }

    /// <summary>Driving licence a driver needs for it: A1 … C1.</summary>
    public required string LicenceClass { get; set; }

    public DateTimeOffset? OutOfServiceSince { get; set; }

    public string? OutOfServiceReason { get; set; }

    public DateTimeOffset? LastTripAt { get; set; }

    public DateTimeOffset? LastInfectiousAt { get; set; }

    public DateTimeOffset? LastDisinfectedAt { get; set; }

    /// <summary>After an infectious body nobody else may ride in it before it is disinfected.</summary>
    public bool NeedsDisinfection => LastInfectiousAt is { } at && !(LastDisinfectedAt > at);

    /// <summary>The last trip of any kind has no disinfection on record yet.</summary>
    public bool OwesDisinfection => LastTripAt is { } at && !(LastDisinfectedAt > at);

    /// <summary>Why it cannot be sent today; null when it can.</summary>
    public string? Unfit(DateOnly today)
    {
        if (OutOfServiceSince is not null) return "已停用（" + OutOfServiceReason + "）";
        if (LicenceUntil < today) return $"的营运证{DispatchProblems.Day(LicenceUntil)}到期";
        if (InspectedUntil < today) return $"的年检{DispatchProblems.Day(InspectedUntil)}到期";
        if (InsuredUntil < today) return $"的保险{DispatchProblems.Day(InsuredUntil)}到期";
        return NeedsDisinfection ? "接运传染病遗体后还没有登记消毒" : null;
    }

    public void Used(DateTimeOffset at, bool infectious)
    {
        if (!(LastTripAt > at)) LastTripAt = at;
        if (infectious && !(LastInfectiousAt > at)) LastInfectiousAt = at;
    }

    public Outcome<Done> Disinfect(DateTimeOffset at, DateTimeOffset now)
    {
        if (at > now || at < LastTripAt) return DispatchProblems.DisinfectedInFuture;
        if (LastDisinfectedAt is null || LastDisinfectedAt < at) LastDisinfectedAt = at;
        return Done.It;
    }

    public Outcome<Done> Break(string reason, DateTimeOffset now)
    {
        if (OutOfServiceSince is not null) return DispatchProblems.AlreadyBroken;
        (OutOfServiceSince, OutOfServiceReason) = (now, reason);
        return Done.It;
    }

    public Outcome<Done> Restore()
    {
        if (OutOfServiceSince is null) return DispatchProblems.NotBroken;
        (OutOfServiceSince, OutOfServiceReason) = (null, null);
        return Done.It;
    }
}

/// <summary>A colleague's driving licence: class and last day. The number of the licence is an ID number and is not kept.</summary>
internal sealed class CrewLicence
{
    private static readonly string[] Classes = ["A1", "A2", "A3", "B1", "B2", "C1"];

    /// <summary>Staff id.</summary>
    public required string Id { get; init; }

    public required string Class { get; set; }

    public DateOnly Until { get; set; }

    /// <summary>Why this person may not drive it today; null when they may. Higher classes cover lower ones (机动车驾驶证申领和使用规定, 附件1).</summary>
    public static string? Unfit(CrewLicence? licence, string needed, DateOnly today) => licence switch
    {
        null => "没有登记驾驶证",
        _ when licence.Until < today => $"没有有效驾驶证（{DispatchProblems.Day(licence.Until)}到期）",
        _ when Array.IndexOf(Classes, licence.Class) > Array.IndexOf(Classes, needed) => $"的驾驶证是{licence.Class}，这辆车要{needed}",
        _ => null,
    };
}

/// <summary>One disinfection of a vehicle, after which trip, how. Append-only.</summary>
internal sealed class Disinfection
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public required string Vehicle { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>擦拭、喷洒、紫外线 ….</summary>
    public required string Method { get; init; }

    /// <summary>What was used, and how strong.</summary>
    public required string Agent { get; init; }

    public required string By { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }
}
