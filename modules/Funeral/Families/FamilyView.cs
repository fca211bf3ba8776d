using Anmin.Funeral.Evidence;
using Anmin.Contracts.Booking;
using Anmin.Contracts.Cemetery;
using Anmin.Contracts.Identity;
using Anmin.Funeral.Ashes;
using Anmin.Funeral.Attachments;
using Anmin.Funeral.Cases;
using Anmin.Funeral.Custody;
using Anmin.Funeral.Signatures;
using Anmin.Kernel.Calendar;
using Anmin.Kernel.Ciphers;
using Anmin.Kernel.Journal;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Funeral.Families;

/// <summary>Puts a case together for the family.</summary>
internal sealed class FamilyView(CaseFile file, IStaffDirectory staff, FamilyPass passes, PersonalVault vault, IBookings bookings, IRestingPlaces resting, AttachmentDesk attachments)
{
    public async Task<FamilyCase> OfAsync(DeathCase opened, bool canAct, CancellationToken ct)
    {
        var entries = await file.Db.Set<JournalEntry>().AsNoTracking().Where(e => e.SubjectId == opened.Id).OrderBy(e => e.Seq).ToListAsync(ct);
        var places = await PlacesAsync(opened, ct);
        var lines = new FamilyLines(staff, places, file.Zone);
        var tasks = new FamilyTasks(opened, file, Home(opened), Coming(opened, places)) { Times = await TimesAsync(opened, ct) };
        return new(
            opened.Id, opened.Number, opened.Name?.Text, opened.BirthDate, opened.DiedAt is { } died ? LocalClock.DateOf(died, file.Zone) : null, tasks.Lead(), IsBurial(opened), canAct, Way(opened),
            tasks.Yours(), tasks.Ours(), tasks.Done(), Keepings(opened, places), tasks.Home, [.. Papers(opened), .. await SignedAsync(opened, canAct, ct), .. await HandedInAsync(opened, ct)], [.. entries.Select(lines.Of).Reverse()], opened.Moves.Count, Fits(entries), await ViewersAsync(opened, canAct, ct));
    }

    /// <summary>What the family looks out for: plate and driver.</summary>
    private string? Coming(DeathCase opened, Dictionary<string, string> places)
        => opened.Pickups.Find(p => p.IsOpen && p.Run > 0) is { Vehicle: { } car } sent ? $"{places.GetValueOrDefault(car, car)}，司机{staff.Find(sent.Driver ?? "")?.Name}" : null;

    /// <summary>Farewell and cremation as they stand now, moved or not.</summary>
    private async Task<IReadOnlyList<FamilyTasks.Time>> TimesAsync(DeathCase opened, CancellationToken ct)
    {
        var booked = (await bookings.OfSubjectAsync(opened.Id, ct)).Where(b => b is { Purpose: "farewell" or "cremation", State: BookingState.Held or BookingState.Confirmed }).ToList();
        var ids = booked.ConvertAll(b => b.Resource);
        var names = await file.Db.Resources.AsNoTracking().Where(r => ids.Contains(r.Id)).ToDictionaryAsync(r => r.Id, r => r.Name, ct);
        return booked.ConvertAll(b => new FamilyTasks.Time(b.Purpose, names.GetValueOrDefault(b.Resource, ""), b.From));
    }

    private static bool IsBurial(DeathCase opened) => opened.Contract?.Disposition == Disposition.Burial;

    private FamilyCase.House? Home(DeathCase opened)
        => opened.Institution is { } id && file.Institution(id) is { } home ? new(home.Name, home.Address, home.Phone, home.Hours) : null;

    /// <summary>逝 殡 葬 祭: the same four for cremation and burial.</summary>
    private List<FamilyCase.Step> Way(DeathCase opened)
    {
        var rests = opened.Status is CaseStatus.AshesPlaced or CaseStatus.Buried or CaseStatus.Closed;
        var died = LocalClock.DateOf(opened.DiedAt ?? opened.ReportedAt, file.Zone);
        var atRest = opened.Remains?.Place == BodyPlace.Released ? "已外运" : IsBurial(opened) ? "已安葬" : "已交付或安放";
        return
        [
            new("逝", $"{died.Month}月{died.Day}日", "done"),
            new("殡", rests ? "已办好" : "正在办", rests ? "done" : "now"),
            new("葬", rests ? atRest : opened.Cremation?.FinishedAt is null ? "还没到" : "等您选定", rests ? "done" : "ahead"),
            new("祭", rests ? "由家人安排" : "安葬以后", "ahead"),
        ];
    }

    private async Task<Dictionary<string, string>> PlacesAsync(DeathCase opened, CancellationToken ct)
    {
        var ids = opened.Moves.SelectMany(m => new[] { m.FromId, m.ToId }).Concat(opened.Ashes.Select(a => a.PlaceId)).Append(opened.Remains?.PlaceId ?? "").Concat(opened.Pickups.Select(p => p.Vehicle ?? "")).Where(i => i.Length > 0).Distinct().ToList();
        var names = await file.Db.Resources.AsNoTracking().Where(r => ids.Contains(r.Id)).ToDictionaryAsync(r => r.Id, r => r.Name, ct);
        foreach (var (code, name) in await resting.NamesAsync(ids.Where(i => !names.ContainsKey(i)), ct)) names[code] = name;
        return names;
    }

    private List<FamilyCase.Keeping> Keepings(DeathCase opened, Dictionary<string, string> places)
    {
        var home = opened.Institution is { } id ? file.Institution(id)?.Name ?? "" : "";
        var keepings = new List<FamilyCase.Keeping>();
        if (opened.Ashes.Count > 0) keepings.AddRange(opened.Ashes.Where(a => a.Status != AshesStatus.Split).Select(a => Ashes(a, home, places)));
        else if (opened.Remains is { } body) keepings.Add(Body(body, home, places));
        if (opened.Evidence.Count > 0) keepings.Add(new("死亡证明（殡仪馆留存的一联）", home, "", opened.Evidence[0].AttachedAt));
        return keepings;
    }

    private FamilyCase.Keeping Body(Remains body, string home, Dictionary<string, string> places) => new("遗体", body.Place switch
    {
        BodyPlace.AtPlaceOfDeath => "去世的地方，等接运",
        BodyPlace.InVehicle => "接运车 " + places.GetValueOrDefault(body.PlaceId, ""),
        BodyPlace.Released => "已外运",
        BodyPlace.Buried => "已安葬",
        _ => $"{home} {places.GetValueOrDefault(body.PlaceId) ?? CaseLabels.Of(body.Place)}",
    }, body.Place is BodyPlace.AtPlaceOfDeath or BodyPlace.Released or BodyPlace.Buried ? "" : Person(body.Custodian), body.Since);

    private FamilyCase.Keeping Ashes(AshesContainer ashes, string home, Dictionary<string, string> places) => new($"骨灰 {ashes.Number}", ashes.Status switch
    {
        AshesStatus.HandedOver => "家属已领取",
        AshesStatus.Held => $"{home}，等您领取",
        _ => $"{places.GetValueOrDefault(ashes.PlaceId, home)}{(ashes.Until is { } until ? $"，到{until.Year}年{until.Month}月{until.Day}日" : "")}",
    }, ashes.Status == AshesStatus.HandedOver ? "" : Person(ashes.Custodian), ashes.Since);

    private string Person(string id) => id == CustodyMove.Family ? "家属" : staff.Find(id)?.Name ?? "";

    private static List<FamilyCase.Paper> Papers(DeathCase opened) =>
    [
        .. opened.Certificates.OrderByDescending(c => c.Edition).Select(c => new FamilyCase.Paper("火化证明", c.Number, CaseLabels.Of(c.Status), c.IssuedAt, true, c.Status == CertificateStatus.Issued)),
        .. opened.Evidence.Select(e => new FamilyCase.Paper(DeathEvidence.Label(e.Kind), "末四位 " + e.Number[^Math.Min(4, e.Number.Length)..], "殡仪馆已收到", e.AttachedAt, false, true)),
        .. opened.Pickups.Where(p => p.Status is not (Transport.PickupStatus.Cancelled or Transport.PickupStatus.Failed)).Select(p => new FamilyCase.Paper("遗体接运单", p.Number, p.PickedUpAt is null ? "已预约" : "接运时已当面签名", p.PickedUpAt ?? p.RequestedAt, false, true)),
    ];

    /// <summary>What the 经办人 signed at the desk; who came by a link sees that it was signed, not what it says.</summary>
    private async Task<List<FamilyCase.Paper>> SignedAsync(DeathCase opened, bool canAct, CancellationToken ct)
    {
        var signed = await file.Db.Set<SignedPaper>().AsNoTracking().Where(p => p.CaseId == opened.Id).OrderByDescending(p => p.At).ThenBy(p => p.Kind).Select(p => new { p.Id, p.Kind, p.Number, p.At }).ToListAsync(ct);
        return signed.ConvertAll(p => new FamilyCase.Paper(SignedPaper.Label(p.Kind), p.Number, "您已签名", p.At, false, true, canAct ? $"/my/case/papers/{p.Id}" : null));
    }

    /// <summary>What the family handed in itself, and what became of it; never shown again here.</summary>
    private async Task<List<FamilyCase.Paper>> HandedInAsync(DeathCase opened, CancellationToken ct)
    {
        var handed = await file.Db.CaseAttachments.AsNoTracking().Where(a => a.CaseId == opened.Id && a.ByFamily).OrderByDescending(a => a.Id).ToListAsync(ct);
        return handed.ConvertAll(a => new FamilyCase.Paper($"您交来的{attachments.LabelOf(a.Type)}", a.Title ?? "", a.State switch { AttachmentState.Withdrawn => $"殡仪馆已撤回：{a.StateReason}", AttachmentState.Replaced => $"殡仪馆已换成新的：{a.StateReason}", _ => "殡仪馆已收到" }, a.At, false, a.State == AttachmentState.Current));
    }

    /// <summary>Re-computes the case's own chain: what the page says of it is not taken on trust.</summary>
    private bool Fits(List<JournalEntry> entries)
    {
        var previous = JournalEntry.Genesis;
        for (var i = 0; i < entries.Count; i++)
        {
            if (entries[i].Seq != i + 1 || !vault.Suite.Hash(JournalBlock.Preimage(previous, entries[i].Text())).AsSpan().SequenceEqual(entries[i].Hash)) return false;
            previous = Convert.ToHexStringLower(entries[i].Hash);
        }
        return true;
    }

    private async Task<IReadOnlyList<FamilyCase.Viewer>> ViewersAsync(DeathCase opened, bool canAct, CancellationToken ct)
    {
        var now = file.Now;
        var shares = await file.Db.CaseShares.AsNoTracking().Where(s => s.CaseId == opened.Id && s.EndedAt == null && s.ExpiresAt > now).ToListAsync(ct);
        return [.. shares.OrderBy(s => s.CreatedAt).Select(s => new FamilyCase.Viewer(canAct ? s.Id : Guid.Empty, s.For, s.ExpiresAt, canAct ? "/c/" + passes.ShareToken(s.Id) : ""))];
    }
}
