using Anmin.Funeral.Holds;
using Anmin.Funeral.Evidence;
using Anmin.Funeral.Corrections;
using Anmin.Kernel.Actors;
using Anmin.Ui.Status;

namespace Anmin.Funeral.Workbench;

/// <summary>Kinds of work in the queue, in the order of a case.</summary>
internal enum WorkKind { Pickup, Reception, Evidence, Talk, Cremation, Burial, Certificate, Ashes, Hold, Void, Twin, Stay, Temperature, Prepare, Ceremony }

/// <summary>One thing to do, derived from what happened; nobody enters it and nobody ticks it off.</summary>
/// <param name="Due">By law or rule; null where no clock runs, and then <paramref name="From"/> says since when it waits.</param>
/// <param name="By">岗位 that does it.</param>
internal sealed record WorkItem(Guid CaseId, WorkKind Kind, string Name, string Person, string What, string? Detail, DateTimeOffset? Due, DateTimeOffset From, StatusShape Shape, string State, string By, string Number, string Do)
{
    public string Category => WorkWords.Of(Kind);

    /// <summary>All of it in one line, where the column cuts it short.</summary>
    public string Says => Detail is null ? What : $"{What}，{Detail}";

    /// <summary>Where it is done, where that is neither the case nor the furnaces.</summary>
    public string? Place { get; init; }

    public string Href => Place ?? (Kind == WorkKind.Cremation ? $"/work/cremation?case={CaseId}" : $"/work/cases/{CaseId}?do={Do}");
}

internal static class WorkWords
{
    public static string Of(WorkKind kind) => kind switch
    {
        WorkKind.Pickup => "接运",
        WorkKind.Reception => "接收",
        WorkKind.Evidence => "证明",
        WorkKind.Talk => "洽谈",
        WorkKind.Cremation => "火化",
        WorkKind.Burial => "土葬",
        WorkKind.Certificate => "火化证明",
        WorkKind.Ashes => "骨灰",
        WorkKind.Hold => "暂停",
        WorkKind.Void => "作废",
        WorkKind.Stay => "存放期限",
        WorkKind.Temperature => "温度报警",
        WorkKind.Prepare => "整理",
        WorkKind.Ceremony => "厅",
        _ => "疑似重复",
    };

    /// <summary>Whoever holds one of these sees the kind in their queue.</summary>
    public static Permission[] For(WorkKind kind) => kind switch
    {
        WorkKind.Pickup => [FuneralPermissions.RecordPickup, FuneralPermissions.RequestPickup],
        WorkKind.Reception => [FuneralPermissions.ReceiveRemains],
        WorkKind.Evidence => [FuneralPermissions.AttachEvidence],
        WorkKind.Talk => [FuneralPermissions.ConfirmDisposition],
        WorkKind.Cremation => [FuneralPermissions.StartCremation, FuneralPermissions.FinishCremation],
        WorkKind.Burial => [FuneralPermissions.RecordBurial],
        WorkKind.Certificate => [FuneralPermissions.IssueCertificate],
        WorkKind.Ashes => [FuneralPermissions.HandOverAshes, FuneralPermissions.DepositAshes, FuneralPermissions.PlaceAshes],
        WorkKind.Hold => [FuneralPermissions.LiftHold],
        WorkKind.Void => [FuneralPermissions.ApproveVoid],
        WorkKind.Stay => [FuneralPermissions.GiveStayNotice, FuneralPermissions.GiveStayOpinion],
        WorkKind.Temperature => [FuneralPermissions.RecordTemperature],
        WorkKind.Prepare => [FuneralPermissions.Prepare],
        WorkKind.Ceremony => [FuneralPermissions.HostCeremony],
        _ => [FuneralPermissions.CorrectFact],
    };
}
