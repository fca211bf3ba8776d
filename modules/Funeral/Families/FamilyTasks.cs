using Anmin.Funeral.Evidence;
using Anmin.Funeral.Cases;
using Anmin.Funeral.Transport;
using Anmin.Kernel.Calendar;

namespace Anmin.Funeral.Families;

/// <summary>What is left for the family, for us, and what is done. Follows from the case; nothing is ticked by hand.</summary>
/// <param name="coming">Plate and driver of the vehicle that was sent; null while none is.</param>
internal sealed class FamilyTasks(DeathCase opened, CaseFile file, FamilyCase.House? home, string? coming = null)
{
    /// <param name="Purpose">farewell or cremation.</param>
    internal sealed record Time(string Purpose, string Place, DateTimeOffset From);

    /// <summary>What is booked for the family and has not begun.</summary>
    public IReadOnlyList<Time> Times { get; init; } = [];

    public FamilyCase.House? Home => home;

    private Time? Of(string purpose) => Times.FirstOrDefault(t => t.Purpose == purpose);

    private TransportOrder? Booked => opened.Pickups.Find(p => p.IsOpen);

    private CaseHold? Hold => opened.Holds.Find(h => h.LiftedAt is null);

    private string HomeName => home?.Name ?? "殡仪馆";

    public string Lead() => opened switch
    {
        { IsOpen: false, Remains.Place: BodyPlace.Released } => "已按批准外运，案卷办结。",
        { IsOpen: false, Remains.Place: BodyPlace.Buried } => "已安葬，案卷办结。",
        { IsOpen: false } => "骨灰已经领取或者安放，案卷办结。",
        _ when Hold is { } hold => $"{CaseLabels.Of(hold.Kind)}。解除以前，不会火化或者移交。",
        { Cremation.FinishedAt: { } finished } => $"{Day(finished)}已火化。" + (opened.Ashes.Exists(a => a.Status == AshesStatus.Deposited) ? "骨灰已经寄存。" : $"骨灰由{HomeName}保管，等您领取。"),
        { Cremation: not null } => "正在火化。",
        { Contract.Disposition: Disposition.Burial } => "已确认按少数民族丧葬习俗办理，不安排火化。",
        { Contract: not null } when Of("cremation") is { } set => $"已确认火化，安排在{Day(set.From)}。",
        { Contract: not null } => "已确认火化，等安排时间。",
        { Remains.InHome: true } => $"已接到{HomeName}，等您来商定。",
        { Remains.Place: BodyPlace.InVehicle } => $"已接到，正送往{HomeName}。",
        _ when Booked is { Status: PickupStatus.OnSite } => $"接运车已经到达：{coming}。",
        _ when Booked is { ExpectedAt: { } eta } && coming is not null => $"接运车已派出：{coming}，约{Day(eta)}到。",
        _ when Booked is { EarliestAt: { } wish } => $"接运已经约好，按您选的时间 {Day(wish)}以后来接。",
        _ when Booked is { DueAt: { } due } => $"接运已经约好，最晚{Day(due)}到。司机出发前会打电话。",
        _ when Booked is not null => "接运已经约好，司机出发前会打电话。",
        _ => "已经收到报告，还没有预约接运。",
    };

    public IReadOnlyList<FamilyCase.Task> Yours()
    {
        var tasks = new List<FamilyCase.Task>();
        if (!opened.IsOpen) return tasks;
        if (opened.Name is null) tasks.Add(new("补报逝者姓名", ["带逝者身份证或户口簿到业务厅，或者打服务电话"], When: "到馆前"));
        if (!opened.HasValidEvidence)
            tasks.Add(opened.Unnatural
                ? new("交来公安机关的死亡证明", ["由办案的派出所或公安局开具"], When: "火化或安葬前")
                : new("交来死亡证明第四联", ["还没有的，找医生或社区卫生服务中心开"], EvidenceDue(), EvidenceDue() is null ? "火化或安葬前" : null));
        if (opened.Contract is null && opened.Remains is { InHome: true })
            tasks.Add(new("到馆商定丧葬方式并签名", [$"{HomeName}业务厅{(home is { Hours.Length: > 0 } ? "，" + home.Hours : "")}", "先看费用清单，您签名后才会产生费用"], When: "不催，请尽早"));
        foreach (var held in opened.Ashes.Where(a => a.Status == AshesStatus.Held))
            tasks.Add(new("选定安葬或安放的地方，领取骨灰", ["领取时，请登记的经办人带身份证", $"骨灰编号 {held.Number}"], held.UnclaimedAt, held.UnclaimedAt is null ? "不着急" : null));
        foreach (var kept in opened.Ashes.Where(a => a.Status == AshesStatus.Deposited))
            tasks.Add(new("选定安葬或安放的地方", [kept.Until is { } until ? $"骨灰寄存到{until.Year}年{until.Month}月{until.Day}日" : "骨灰正在寄存"], When: "不着急"));
        return tasks;
    }

    public IReadOnlyList<FamilyCase.Task> Ours()
    {
        var tasks = new List<FamilyCase.Task>();
        if (Hold is { } hold) tasks.Add(new("等待解除暂停", ["解除以前，不会火化或者移交"], Trouble: CaseLabels.Of(hold.Kind)));
        if (!opened.IsOpen) return tasks;
        if (Booked is { } sent && coming is not null) tasks.Add(new("接运车在路上", [coming, $"{HomeName} {home?.Phone}", $"接运单 {sent.Number}"], When: sent.ArrivedAt is { } there ? $"{Day(there)}到达" : $"约{Day(sent.ExpectedAt ?? sent.RequestedAt)}到"));
        else if (Booked is { } order) tasks.Add(new("派车接运", [$"{HomeName} {home?.Phone}", $"接运单 {order.Number}"], order.EarliestAt is null ? order.DueAt : null, order.EarliestAt is { } wish ? $"{Day(wish)}以后" : null));
        if (opened.Remains is { Place: BodyPlace.InVehicle }) tasks.Add(new("送到殡仪馆并接收", [HomeName]));
        if (opened.Remains is { InHome: true } && opened.Contract is null) tasks.Add(new("保管遗体", [HomeName, "每次移动都核对腕带，两方签字"]));
        if (opened.Contract is { Disposition: Disposition.Burial }) tasks.Add(new("送到墓地，登记安葬", ["时间由您和墓地商定"]));
        if (Of("farewell") is { } leave) tasks.Add(new("告别", [$"{HomeName} {leave.Place}"], When: Day(leave.From)));
        if (opened is { Contract.Disposition: Disposition.Cremation, Cremation: null } && Of("cremation") is { } booked) tasks.Add(new("火化", [HomeName], When: Day(booked.From)));
        else if (opened.Contract is { Disposition: Disposition.Cremation } && opened.Cremation?.FinishedAt is null)
            tasks.Add(new(opened.Cremation is null ? "安排火化" : "火化", [$"按规定，{Day(opened.Contract.EarliestAt)}以后才能火化"], opened.Contract.DueAt));
        if (opened.Cremation is { FinishedAt: { } finished } && !opened.Certificates.Exists(c => c.Status == CertificateStatus.Issued))
            tasks.Add(new("开具火化证明", [$"{HomeName}业务厅", "开好后可以在“文书”里查看，也可以领纸质"], file.Rules.DueOrNone("certificate.issue.deadline", opened.Division, finished)));
        if (opened.Ashes.Exists(a => a.Status == AshesStatus.Held)) tasks.Add(new("存放骨灰，等您领取", [HomeName]));
        return tasks;
    }

    /// <summary>Newest first.</summary>
    public IReadOnlyList<FamilyCase.Task> Done()
    {
        var done = new List<FamilyCase.Task> { new("报告去世", [], opened.ReportedAt) };
        done.AddRange(opened.Evidence.Take(1).Select(e => new FamilyCase.Task("收到死亡证明", [], e.AttachedAt)));
        done.AddRange(opened.Pickups.Where(p => p.PickedUpAt is not null).Select(p => new FamilyCase.Task("接运，系上腕带", [], p.PickedUpAt)));
        if (opened.Moves.Find(m => m.Item == Custody.CustodyMove.Body && m.FromPlace == nameof(BodyPlace.InVehicle)) is { } arrived) done.Add(new("接收到馆", [], arrived.At));
        if (opened.Contract is { } contract) done.Add(new($"确认{(contract.Disposition == Disposition.Burial ? "按民族丧葬习俗办理" : CaseLabels.Of(contract.Disposition))}", [], contract.SignedAt));
        if (opened.Cremation?.FinishedAt is { } finished) done.Add(new("火化", [], finished));
        done.AddRange(opened.Certificates.Select(c => new FamilyCase.Task(c.Edition == 1 ? "开具火化证明" : "补发火化证明", [], c.IssuedAt)));
        done.AddRange(opened.Ashes.Where(a => a.Status is AshesStatus.HandedOver or AshesStatus.Placed or AshesStatus.Deposited).Select(a => new FamilyCase.Task(a.Status switch { AshesStatus.HandedOver => "领取骨灰", AshesStatus.Placed => "安放骨灰", _ => "寄存骨灰" }, [], a.Since)));
        if (opened.Remains is { Place: BodyPlace.Buried or BodyPlace.Released } body) done.Add(new(body.Place == BodyPlace.Buried ? "安葬" : "外运", [], body.Since));
        return [.. done.OrderByDescending(t => t.Due)];
    }

    /// <summary>The rule's clock for a missing paper, once the body is with us.</summary>
    private DateTimeOffset? EvidenceDue() => opened.Moves.Count == 0 ? null : file.Rules.DueOrNone("evidence.supplement", opened.Division, opened.Moves[0].At);

    private string Day(DateTimeOffset at)
    {
        var day = LocalClock.DateOf(at, file.Zone);
        var clock = TimeZoneInfo.ConvertTime(at, file.Zone).ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture);
        return (day.DayNumber - file.Today.DayNumber) switch { 0 => $"今天{clock}", 1 => $"明天{clock}", -1 => $"昨天{clock}", _ => $"{day.Month}月{day.Day}日{clock}" };
    }
}
