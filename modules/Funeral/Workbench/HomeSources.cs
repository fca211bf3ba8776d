using Anmin.Funeral.Cases;
using Anmin.Funeral.Ceremonies;
using Anmin.Funeral.Preparation;
using Anmin.Funeral.Stays;
using Anmin.Funeral.Temperatures;
using Anmin.Kernel.Data;
using Anmin.Ui.Status;
using Anmin.Ui.Words;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Funeral.Workbench;

/// <summary>What waits at the posts of cold store, preparation and halls, and with the bureau's opinion; each read by the question its own page asks.</summary>
internal sealed class HomeSources(AnminDb db, CaseFile file, FindStays stays, FindPreparations preparations, FindCeremonies ceremonies)
{
    private static readonly OverdueState[] Mine = [OverdueState.Notified, OverdueState.Received, OverdueState.Announced, OverdueState.Approved, OverdueState.Refused];

    public async Task<List<WorkItem>> StaysAsync(int most, CancellationToken ct)
    {
        var (home, bureau) = (file.By.May(FuneralPermissions.GiveStayNotice), file.By.May(FuneralPermissions.GiveStayOpinion));
        if ((await stays.HandleAsync(new FindStays.Request("overdue"), ct)).Value is not { } found) return [];
        return [.. found.Rows.Where(r => r.State == OverdueState.Proposed ? bureau && !r.MyProposal : home && (r.State is { } state ? Mine.Contains(state) : !r.Signed)).Take(most).Select(Stay)];
    }

    private WorkItem Stay(FindStays.Row r)
    {
        var (what, waits) = r.State switch
        {
            null => (r.Nameless ? "发布无名遗体公告" : "签发逾期处理告知书", false),
            OverdueState.Notified => ("登记告知书送达", false),
            OverdueState.Received => ("答复期满后发布公告", r.WaitsUntil > file.Now),
            OverdueState.Announced => ("公告期满后报民政局", r.WaitsUntil > file.Now),
            OverdueState.Proposed => ("出具民政意见", false),
            OverdueState.Approved => ("公安备案，馆长签字", false),
            _ => ("民政未同意，核实后再报", false),
        };
        // while a period runs it is that period's end which matters, not the deadline long past
        return new(r.CaseId, WorkKind.Stay, r.Person, $"第 {r.Days} 天", what, r.Place, waits ? r.WaitsUntil : r.State is null ? r.Due : null, r.Arrived, waits ? StatusShape.Wait : StatusShape.Todo, waits ? "等期满" : "待办", r.State == OverdueState.Proposed ? "民政局" : "馆长", r.Number, "stay") { Place = $"/work/stays?show=all&case={r.CaseId}" };
    }

    public async Task<List<WorkItem>> AlarmsAsync(int most, CancellationToken ct)
    {
        var homes = file.By.Institution;
        var open = await db.TemperatureAlarms.AsNoTracking().Where(a => a.AcknowledgedAt == null && a.Institution == homes).OrderBy(a => a.RaisedAt).Take(most).ToListAsync(ct);
        return open.ConvertAll(a => new WorkItem(a.Id, WorkKind.Temperature, a.Zone, "", TemperatureBook.Label(a.Kind) + (a.Tenths is { } t ? $" {Celsius.Write(t)}℃" : ""), a.EndedAt is { } ended ? $"{ChineseTime.Near(ended, file.Now, file.Zone)}恢复，还要写明处理情况" : "还在继续，请到现场查看", null, a.RaisedAt, StatusShape.Bad, "报警", "冷藏", "", "alarm") { Place = $"/work/cold-store/temperatures?zone={Uri.EscapeDataString(a.Zone)}&alarm={a.Id}#settle" });
    }

    public async Task<List<WorkItem>> PreparationsAsync(int most, CancellationToken ct)
    {
        if ((await preparations.HandleAsync(new FindPreparations.Request(), ct)).Value is not { } found) return [];
        return [.. found.Orders.Take(most).Select(o => new WorkItem(o.CaseId, WorkKind.Prepare, o.Person, "", o.Kind, o.Infectious ? $"{o.Place}，传染病防护" : o.Place, o.WantedAt, o.OrderedAt, o.State == PreparationState.Started ? StatusShape.Run : o.OnHold ? StatusShape.Wait : StatusShape.Todo, o.Word, o.AssignedTo ?? "整容", o.Number, "prepare") { Place = $"/work/preparation?order={o.Id}" })];
    }

    /// <summary>Today's ceremonies that are not over, each due when it begins.</summary>
    public async Task<List<WorkItem>> CeremoniesAsync(int most, CancellationToken ct)
    {
        if (file.By.Institution is null || (await ceremonies.HandleAsync(new FindCeremonies.Request(), ct)).Value is not { } found) return [];
        return [.. found.Halls.SelectMany(h => h.Lines.Select(l => (h, l))).Where(x => x.l.State != CeremonyState.Ended).OrderBy(x => x.l.From).Take(most).Select(x => new WorkItem(x.l.CaseId, WorkKind.Ceremony, x.l.Person, "",
            x.l.State switch { CeremonyState.SettingUp => $"布置{x.h.Name}", CeremonyState.Ready => $"{x.h.Name}{x.l.PurposeLabel}开始", _ => $"{x.h.Name}{x.l.PurposeLabel}结束" }, x.l.WithBody && !x.l.BodyHere ? "遗体在" + x.l.Body : null,
            x.l.State == CeremonyState.Running ? x.l.Until : x.l.From, x.l.From.AddHours(-2), x.l.State == CeremonyState.Running ? StatusShape.Run : StatusShape.Todo, x.l.Word, "告别厅", x.l.CaseNumber, "hall") { Place = $"/work/halls?show={x.l.Booking}" })];
    }
}
