using Anmin.Funeral.Search;
using Anmin.Funeral.Evidence;
using Anmin.Funeral.Ashes;
using Anmin.Funeral.Cases;
using Anmin.Funeral.Dossier;
using Anmin.Funeral.Transport;
using Anmin.Kernel.Data;
using Anmin.Kernel.Divisions;
using Anmin.Kernel.Personal;
using Anmin.Ui.Status;
using Anmin.Ui.Words;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Funeral.Workbench;

/// <summary>Where each kind of work is read from. Every query begins at an index over what is still open.</summary>
internal sealed class WorkSources(AnminDb db, CaseFile file, CaseClocks clocks, Who who, DivisionBook divisions, HomeSources home)
{
    private sealed record Person(Guid Id, string Number, PersonName? Name, bool Unidentified, Sex Sex, DateOnly? BirthDate, DateTimeOffset? DiedAt, string Division, DateTimeOffset ReportedAt, bool OnHold);

    public Task<List<WorkItem>> OfAsync(WorkKind kind, int most, CancellationToken ct) => kind switch
    {
        WorkKind.Pickup => PickupsAsync(most, ct),
        WorkKind.Reception => ReceptionAsync(most, ct),
        WorkKind.Evidence => EvidenceAsync(most, ct),
        WorkKind.Talk => TalkAsync(most, ct),
        WorkKind.Cremation => ArrangedAsync(Disposition.Cremation, most, ct),
        WorkKind.Burial => ArrangedAsync(Disposition.Burial, most, ct),
        WorkKind.Certificate => CertificatesAsync(most, ct),
        WorkKind.Ashes => AshesAsync(most, ct),
        WorkKind.Hold => HoldsAsync(most, ct),
        WorkKind.Void => VoidsAsync(most, ct),
        WorkKind.Stay => home.StaysAsync(most, ct),
        WorkKind.Temperature => home.AlarmsAsync(most, ct),
        WorkKind.Prepare => home.PreparationsAsync(most, ct),
        WorkKind.Ceremony => home.CeremoniesAsync(most, ct),
        _ => TwinsAsync(most, ct),
    };

    private IQueryable<DeathCase> Open => db.DeathCases.AsNoTracking().Where(c => c.IsOpen);

    private async Task<List<WorkItem>> PickupsAsync(int most, CancellationToken ct)
    {
        var rows = await (from o in db.Pickups.AsNoTracking()
                          join c in Open on o.CaseId equals c.Id
                          where TransportOrder.Open.Contains(o.Status)
                          orderby o.DueAt ?? o.RequestedAt
                          select new { P = new Person(c.Id, c.Number, c.Name, c.Unidentified, c.Sex, c.BirthDate, c.DiedAt, c.Division, c.ReportedAt, c.Holds.Any(h => h.LiftedAt == null)), c.PlaceKind, o.DueAt, o.RequestedAt, o.EarliestAt, o.Note }).Take(most).ToListAsync(ct);
        return [.. rows.Select(r => Item(r.P, WorkKind.Pickup, "派车到" + divisions.PathName(r.P.Division), Join(CaseLabels.Of(r.PlaceKind), r.EarliestAt is { } e ? $"家属希望{ChineseTime.Near(e, file.Now, file.Zone)}以后" : null, r.Note), r.DueAt, r.RequestedAt, StatusShape.Todo, "等接运", "调度", "record"))];
    }

    private async Task<List<WorkItem>> ReceptionAsync(int most, CancellationToken ct)
    {
        var rows = await (from b in db.Remains.AsNoTracking()
                          join c in Open on b.CaseId equals c.Id
                          where b.Place == BodyPlace.InVehicle
                          orderby b.Since
                          select new { P = new Person(c.Id, c.Number, c.Name, c.Unidentified, c.Sex, c.BirthDate, c.DiedAt, c.Division, c.ReportedAt, c.Holds.Any(h => h.LiftedAt == null)), b.PlaceId, b.Custodian, b.Since }).Take(most).ToListAsync(ct);
        var names = await who.PlacesAsync(rows.Select(r => r.PlaceId), ct);
        return [.. rows.Select(r => Item(r.P, WorkKind.Reception, "扫腕带接收入馆", $"{names.GetValueOrDefault(r.PlaceId, r.PlaceId)}，{who.Name(r.Custodian)}", null, r.Since, StatusShape.Run, "在车上", "接收间", "receive"))];
    }

    private async Task<List<WorkItem>> EvidenceAsync(int most, CancellationToken ct)
    {
        var rows = await Open.Where(c => (c.Status == CaseStatus.Reported || c.Status == CaseStatus.EvidencePending || c.Status == CaseStatus.InCustody) && !c.Evidence.Any(e => !c.Unnatural || e.Kind != EvidenceKind.MedicalCertificate))
            .OrderBy(c => c.ReportedAt).Take(most).Select(c => new { P = new Person(c.Id, c.Number, c.Name, c.Unidentified, c.Sex, c.BirthDate, c.DiedAt, c.Division, c.ReportedAt, c.Holds.Any(h => h.LiftedAt == null)), c.Unnatural, c.PlaceKind }).ToListAsync(ct);
        return [.. rows.Select(r => Item(r.P, WorkKind.Evidence, r.Unnatural ? "补登公安机关证明" : "补登死亡证明", CaseLabels.Of(r.PlaceKind), clocks.Evidence(r.P.Division, r.P.ReportedAt), r.P.ReportedAt, StatusShape.Wait, r.Unnatural ? "等公安" : r.PlaceKind == DeathPlaceKind.Medical ? "等医院" : "等家属", "前台", "evidence"))];
    }

    private async Task<List<WorkItem>> TalkAsync(int most, CancellationToken ct)
    {
        var rows = await Open.Where(c => c.Status == CaseStatus.InCustody && c.Remains!.Place != BodyPlace.InVehicle && c.Contract == null)
            .OrderBy(c => c.ReportedAt).Take(most).Select(c => new { P = new Person(c.Id, c.Number, c.Name, c.Unidentified, c.Sex, c.BirthDate, c.DiedAt, c.Division, c.ReportedAt, c.Holds.Any(h => h.LiftedAt == null)), Arrived = c.Pickups.Max(p => p.PickedUpAt) ?? c.Remains!.Since, HasPaper = c.Evidence.Any(e => !c.Unnatural || e.Kind != EvidenceKind.MedicalCertificate) }).ToListAsync(ct);
        return [.. rows.Select(r => Item(r.P, WorkKind.Talk, "与家属确认丧葬方式并签名", r.HasPaper ? null : "还不能签：等死亡证明", clocks.Cremation(r.P.Division, r.Arrived), r.Arrived, r.HasPaper ? StatusShape.Todo : StatusShape.Wait, r.HasPaper ? "待办" : "等证明", "前台", "confirm"))];
    }

    private async Task<List<WorkItem>> ArrangedAsync(Disposition chosen, int most, CancellationToken ct)
    {
        var rows = await Open.Where(c => c.Status == CaseStatus.Arranged && c.Contract!.Disposition == chosen)
            .OrderBy(c => c.Contract!.DueAt).Take(most).Select(c => new { P = new Person(c.Id, c.Number, c.Name, c.Unidentified, c.Sex, c.BirthDate, c.DiedAt, c.Division, c.ReportedAt, c.Holds.Any(h => h.LiftedAt == null)), c.Contract!.SignedAt, c.Contract.EarliestAt, c.Contract.DueAt, Furnace = c.Cremation!.Cremator, Started = (DateTimeOffset?)c.Cremation.StartedAt, c.Remains!.PlaceId }).ToListAsync(ct);
        var names = await who.PlacesAsync(rows.SelectMany(r => (string[])[r.Furnace ?? "", r.PlaceId]), ct);
        return [.. rows.Select(r => chosen == Disposition.Burial
            ? Item(r.P, WorkKind.Burial, "登记土葬", null, r.DueAt, r.SignedAt, StatusShape.Todo, "待办", "前台", "burial")
            : r.Started is { } started ? Item(r.P, WorkKind.Cremation, "结束火化", $"{names.GetValueOrDefault(r.Furnace!, r.Furnace!)}，{ChineseTime.Near(started, file.Now, file.Zone)}开始", r.DueAt, started, StatusShape.Run, "火化中", "火化工", "cremate")
            : r.EarliestAt > file.Now ? Item(r.P, WorkKind.Cremation, "两人扫标签，开始火化", $"还不能开始：等到{ChineseTime.Near(r.EarliestAt, file.Now, file.Zone)}", r.DueAt, r.SignedAt, StatusShape.Wait, "等时间", "火化工", "cremate")
            : Item(r.P, WorkKind.Cremation, "两人扫标签，开始火化", names.GetValueOrDefault(r.PlaceId), r.DueAt, r.SignedAt, StatusShape.Todo, "待办", "火化工", "cremate"))];
    }

    private async Task<List<WorkItem>> CertificatesAsync(int most, CancellationToken ct)
    {
        var rows = await Open.Where(c => c.Status == CaseStatus.Cremated && !c.Certificates.Any(x => x.Status == CertificateStatus.Issued))
            .OrderBy(c => c.Cremation!.FinishedAt).Take(most).Select(c => new { P = new Person(c.Id, c.Number, c.Name, c.Unidentified, c.Sex, c.BirthDate, c.DiedAt, c.Division, c.ReportedAt, false), At = c.Cremation!.FinishedAt!.Value }).ToListAsync(ct);
        return [.. rows.Select(r => Item(r.P, WorkKind.Certificate, "签发火化证明", $"{ChineseTime.Near(r.At, file.Now, file.Zone)}火化结束", clocks.Certificate(r.P.Division, r.At), r.At, StatusShape.Todo, "待办", "前台", "certificate"))];
    }

    private async Task<List<WorkItem>> AshesAsync(int most, CancellationToken ct)
    {
        var rows = await (from a in db.Ashes.AsNoTracking()
                          join c in db.DeathCases.AsNoTracking() on a.CaseId equals c.Id
                          where a.Status == AshesStatus.Held
                          orderby a.UnclaimedAt
                          select new { P = new Person(c.Id, c.Number, c.Name, c.Unidentified, c.Sex, c.BirthDate, c.DiedAt, c.Division, c.ReportedAt, false), a.Number, a.UnclaimedAt, a.Since }).Take(most).ToListAsync(ct);
        return [.. rows.Select(r => Item(r.P, WorkKind.Ashes, "核验领取人并交付骨灰", r.Number, r.UnclaimedAt, r.Since, r.UnclaimedAt < file.Now ? StatusShape.Bad : StatusShape.Wait, r.UnclaimedAt < file.Now ? "无人领取" : "等家属", "骨灰室", "ashes"))];
    }

    private async Task<List<WorkItem>> HoldsAsync(int most, CancellationToken ct)
    {
        var rows = await (from h in db.Set<CaseHold>().AsNoTracking()
                          join c in Open on h.CaseId equals c.Id
                          where h.LiftedAt == null
                          orderby h.PlacedAt
                          select new { P = new Person(c.Id, c.Number, c.Name, c.Unidentified, c.Sex, c.BirthDate, c.DiedAt, c.Division, c.ReportedAt, true), h.Kind, h.PlacedAt, h.PlacedBy }).Take(most).ToListAsync(ct);
        return [.. rows.Select(r => Item(r.P, WorkKind.Hold, "核实后解除暂停", Join(CaseLabels.Of(r.Kind), r.PlacedBy == file.By.Id ? "您提出的，须另一人解除" : null), null, r.PlacedAt, r.PlacedBy == file.By.Id ? StatusShape.Wait : StatusShape.Bad, r.Kind == HoldKind.Police ? "公安暂停" : "有争议", who.Name(r.PlacedBy), "lift"))];
    }

    private async Task<List<WorkItem>> VoidsAsync(int most, CancellationToken ct)
    {
        var me = file.By.Id;
        var rows = await Open.Where(c => c.VoidRequestedAt != null && c.VoidedAt == null && c.VoidRequestedBy != me).OrderBy(c => c.VoidRequestedAt).Take(most)
            .Select(c => new { P = new Person(c.Id, c.Number, c.Name, c.Unidentified, c.Sex, c.BirthDate, c.DiedAt, c.Division, c.ReportedAt, false), At = c.VoidRequestedAt!.Value, c.VoidReason, c.VoidRequestedBy }).ToListAsync(ct);
        return [.. rows.Select(r => Item(r.P, WorkKind.Void, "批准作废案卷", r.VoidReason, null, r.At, StatusShape.Todo, "待批", who.Name(r.VoidRequestedBy), "void"))];
    }

    private async Task<List<WorkItem>> TwinsAsync(int most, CancellationToken ct)
    {
        var rows = await (from t in db.Twins.AsNoTracking()
                          join c in Open on t.CaseId equals c.Id
                          where t.SettledAt == null
                          orderby c.ReportedAt
                          select new { P = new Person(c.Id, c.Number, c.Name, c.Unidentified, c.Sex, c.BirthDate, c.DiedAt, c.Division, c.ReportedAt, false), t.Why }).Take(most).ToListAsync(ct);
        return [.. rows.Select(r => Item(r.P, WorkKind.Twin, "核对是否同一人", r.Why, null, r.P.ReportedAt, StatusShape.Todo, "待核", "前台", "twins")).DistinctBy(i => i.CaseId)];
    }

    private WorkItem Item(Person p, WorkKind kind, string what, string? detail, DateTimeOffset? due, DateTimeOffset from, StatusShape shape, string state, string by, string open)
    {
        // a hold stops what cannot be undone
        var stopped = p.OnHold && kind is WorkKind.Talk or WorkKind.Cremation or WorkKind.Burial && p.OnHold && shape != StatusShape.Run;
        return new(p.Id, kind, FindCases.NameOf(p.Name, p.Unidentified), Join(p.Sex is Sex.Male or Sex.Female ? p.Sex.Label() : null, Age(p)) ?? "", what, stopped ? "还不能办：等解除暂停" : detail, due, from, stopped ? StatusShape.Wait : shape, stopped ? "已暂停" : state, by, p.Number, open);
    }

    private string? Age(Person p)
    {
        if (p.BirthDate is not { } born || p.DiedAt is not { } died) return null;
        var day = ChineseTime.DayOf(died, file.Zone);
        return (day.Year - born.Year - (day < born.AddYears(day.Year - born.Year) ? 1 : 0)).ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    private static string? Join(params string?[] parts) => parts.Where(p => !string.IsNullOrEmpty(p)).ToList() is { Count: > 0 } said ? string.Join(said.TrueForAll(s => s!.Length <= 3) ? " " : "，", said) : null;
}
