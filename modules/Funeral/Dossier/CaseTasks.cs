using Anmin.Funeral.Evidence;
using Anmin.Funeral.Cases;
using Anmin.Funeral.Transport;
using Anmin.Ui.Words;

namespace Anmin.Funeral.Dossier;

/// <summary>What is still to do, by whose turn it is, derived from what happened; see B4 任务清单.</summary>
internal static class CaseTasks
{
    public static IReadOnlyList<CaseTask> Of(DeathCase c, IReadOnlyList<CaseClock> due, CaseClocks clocks, CaseFile file)
    {
        var tasks = new List<CaseTask>();
        void Ours(string title, string who, string open, string? waits = null, string? clock = null) => Add(TaskSide.Ours, title, who, open, waits, clock);
        void Add(TaskSide side, string title, string who, string open, string? waits, string? clock)
        {
            var running = due.FirstOrDefault(d => d.What == clock);
            tasks.Add(new(side, title, who, open, running?.Due, running?.From, null, waits));
        }
        void Done(string title, string who, DateTimeOffset? at)
        {
            if (at is { } when) tasks.Add(new(TaskSide.Done, title, who, "", null, null, when));
        }
        if (c.IsOpen)
        {
            var held = c.Holds.Find(h => h.LiftedAt is null);
            if (!c.HasValidEvidence) Add(TaskSide.Family, c.Unnatural ? "交来公安机关证明" : "交来死亡证明", c.Unnatural ? "公安机关出具" : "医院或村（社区）出具，第四联", "evidence", null, "补齐死亡证明");
            if (c.Remains!.InHome && c.Contract is null) Add(TaskSide.Family, "确认丧葬方式并签名", c.Handlers.Count > 0 ? c.Handlers[0].Name?.Text ?? "经办人" : "还没有经办人", "confirm", c.HasValidEvidence ? null : "等死亡证明", "火化时限");
            foreach (var ready in c.Ashes.Where(a => a.Status == AshesStatus.Held)) Add(TaskSide.Family, "领取骨灰，或选择寄存、安放", ready.Number, "ashes", null, "领取骨灰");
            if (held is not null) Ours("解除暂停", CaseLabels.Of(held.Kind), "lift");
            if (c.VoidRequestedBy is not null) Ours("批准作废", "馆长或县民政局", "void");
            Custody(c, Ours);
            if (c.Contract is { Disposition: Disposition.Cremation } && c.Cremation is null) Ours("火化", "两名火化工", "cremate", Waits(c, held, file), "火化时限");
            if (c.Cremation is { FinishedAt: null }) Ours("结束火化", "火化工", "cremate");
            if (c.Contract is { Disposition: Disposition.Burial }) Ours("登记土葬", "前台", "burial", held is null ? null : "等解除暂停");
            if (c.Cremation is { FinishedAt: not null } && !c.Certificates.Exists(x => x.Status == CertificateStatus.Issued)) Ours("签发火化证明", "前台", "certificate", null, "签发火化证明");
        }
        Done("报告去世", CaseLabels.Of(c.Source), c.ReportedAt);
        foreach (var e in c.Evidence) Done("登记死亡证明", e.Issuer, e.AttachedAt);
        foreach (var p in c.Pickups.Where(p => p.PickedUpAt is not null)) Done("接运", p.Number, p.PickedUpAt);
        Done("接收入馆", "", c.Moves.Find(m => m.FromPlace == nameof(BodyPlace.InVehicle))?.At);
        Done("确认丧葬方式", c.Contract is null ? "" : CaseLabels.Of(c.Contract.Disposition), c.Contract?.SignedAt);
        Done("火化", "", c.Cremation?.FinishedAt);
        foreach (var x in c.Certificates) Done("签发火化证明", x.Number, x.IssuedAt);
        foreach (var a in c.Ashes.Where(a => a.Status is not (AshesStatus.Held or AshesStatus.Split))) Done(CaseLabels.Of(a.Status), a.Number, a.Since);
        Done(c.VoidedAt is null ? "办结" : "作废", "", c.VoidedAt ?? c.ClosedAt);
        return tasks;
    }

    private static void Custody(DeathCase c, Action<string, string, string, string?, string?> ours)
    {
        var booked = c.Pickups.Exists(p => p.IsOpen);
        if (c.Remains!.Place == BodyPlace.AtPlaceOfDeath)
        {
            if (booked) ours("派车接运", "调度、司机", "record", null, "接运时限");
            else ours("预约接运", "接线员或前台", "pickup", null, null);
        }
        if (c.Remains.Place == BodyPlace.InVehicle) ours("接收入馆", "接收间", "receive", null, null);
        if (c.Remains.InHome) ours("登记遗体流转", "保管人", "move", null, null);
    }

    private static string? Waits(DeathCase c, CaseHold? held, CaseFile file)
    {
        if (held is not null) return "等解除暂停";
        if (!c.HasValidEvidence) return "等死亡证明";
        return c.Contract!.EarliestAt > file.Now ? $"等到{ChineseTime.Moment(c.Contract.EarliestAt, file.Zone)}" : null;
    }
}
