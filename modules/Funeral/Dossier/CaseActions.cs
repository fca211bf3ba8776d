using Anmin.Funeral.Holds;
using Anmin.Funeral.Evidence;
using Anmin.Funeral.Corrections;
using Anmin.Funeral.Cases;
using Anmin.Kernel.Actors;

namespace Anmin.Funeral.Dossier;

/// <summary>A button of the action bar.</summary>
/// <param name="Key">As <c>data-key</c> has it; empty for none.</param>
internal sealed record CaseAction(string Do, string Word, string Key, bool Main);

/// <summary>What the person may do with a case now: the step that is next stands first.</summary>
internal static class CaseActions
{
    private static readonly (string Do, string Word, Permission Permission)[] Steps =
    [
        ("lift", "解除暂停", FuneralPermissions.LiftHold), ("void", "批准作废", FuneralPermissions.ApproveVoid),
        ("pickup", "预约接运", FuneralPermissions.RequestPickup), ("record", "登记接运", FuneralPermissions.RecordPickup), ("receive", "接收入馆", FuneralPermissions.ReceiveRemains),
        ("evidence", "登记死亡证明", FuneralPermissions.AttachEvidence), ("confirm", "确认丧葬方式", FuneralPermissions.ConfirmDisposition), ("cremate", "火化", FuneralPermissions.StartCremation),
        ("burial", "登记土葬", FuneralPermissions.RecordBurial), ("certificate", "签发火化证明", FuneralPermissions.IssueCertificate), ("ashes", "骨灰去向", FuneralPermissions.HandOverAshes), ("move", "登记交接", FuneralPermissions.MoveRemains),
        ("twins", "核对疑似重复", FuneralPermissions.CorrectFact),
    ];

    public static IReadOnlyList<CaseAction> Next(CaseView view, Actor actor)
    {
        var waiting = view.Tasks.Where(t => t.Side != TaskSide.Done).Select(t => t.Do).ToHashSet();
        if (view.Twins.Any(t => t.Verdict.Length == 0)) waiting.Add("twins");
        if (view.Ashes.Any(a => a.Status is AshesStatus.Held or AshesStatus.Deposited)) waiting.Add("ashes");
        var open = Steps.Where(s => waiting.Contains(s.Do) && actor.May(s.Permission)).Take(4).ToList();
        return [.. open.Select((s, i) => new CaseAction(s.Do, s.Word, $"Alt+{i + 1}", i == 0))];
    }

    /// <summary>What a form of the case page needs; null for a word that names none.</summary>
    public static Permission? Needs(string? action) => action switch
    {
        "reissue" => FuneralPermissions.ReissueCertificate,
        "hold" => FuneralPermissions.PlaceHold,
        "prepare" => FuneralPermissions.OrderPreparation,
        "assign" => FuneralPermissions.AssignCase,
        "note" => FuneralPermissions.WriteNote,
        "transfer" => FuneralPermissions.ApproveTransfer,
        "correct" => FuneralPermissions.CorrectFact,
        "reveal" => FuneralPermissions.ReadCases,
        "archive" => FuneralPermissions.ReadArchive,
        "attach" => FuneralPermissions.AddAttachment,
        "attachment" => FuneralPermissions.SeeAttachment,
        "belongings" => FuneralPermissions.RecordBelongings,
        _ => Array.Find(Steps, s => s.Do == action).Permission,
    };

    /// <summary>Side paths, at the right end of the bar.</summary>
    public static IReadOnlyList<CaseAction> Aside(CaseView view, Actor actor)
    {
        var aside = new List<CaseAction>();
        void Add(string action, string word, Permission permission, bool fits)
        {
            if (fits && actor.May(permission)) aside.Add(new(action, word, "", false));
        }
        var open = view.Head.IsOpen;
        Add("reissue", "补发、作废证明", FuneralPermissions.ReissueCertificate, view.Papers.Any(p => p.Kind == "火化证明" && p.Word == "有效"));
        Add("arrange", "业务洽谈", FuneralPermissions.Arrange, open);
        Add("belongings", "随身物品", FuneralPermissions.RecordBelongings, open);
        Add("hold", "暂停处置", FuneralPermissions.PlaceHold, open && !view.Custody.IsFinal && view.Custody.Body != BodyPlace.InFurnace);
        Add("assign", "分派承办人", FuneralPermissions.AssignCase, open && view.Head.Institution is not null);
        Add("prepare", "开整理单", FuneralPermissions.OrderPreparation, open && view.Custody.InHome);
        Add("transfer", "外运", FuneralPermissions.ApproveTransfer, open && view.Custody.InHome);
        Add("attach", "添加材料", FuneralPermissions.AddAttachment, view.Void?.ApprovedAt is null);
        Add("note", "写备注", FuneralPermissions.WriteNote, true);
        Add("archive", "一尸一档", FuneralPermissions.ReadArchive, true);
        Add("void", "申请作废", FuneralPermissions.RequestVoid, open && view.Void is null && !view.Custody.IsFinal);
        return aside;
    }
}
