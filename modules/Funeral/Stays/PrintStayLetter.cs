using Anmin.Contracts.Identity;
using Anmin.Funeral.Cases;
using Anmin.Funeral.Certificates;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Documents;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Packs;
using Anmin.Kernel.Personal;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Funeral.Stays;

/// <summary>打印存放文书: 延期申请, 逾期处理告知书, 公告, 民政意见书, from the pack's letters. Who printed it stands in the audit.</summary>
internal sealed class PrintStayLetter(CaseFile file, StayDesk desk, IStaffDirectory staff, Reference reference) : IUseCase<PrintStayLetter.Request, PrintStayLetter.Reply>
{
    public sealed record Request(string Number) : IHasReason
    {
        public string Reason => "打印存放文书" + Number;
    }

    public sealed record Reply(string Html);

    public Permission Permission => FuneralPermissions.ReadCases;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var letter = await file.Db.StayLetters.AsNoTracking().FirstOrDefaultAsync(l => l.Number == request.Number, ct);
        if (letter is null) return KernelProblems.NotFound;
        if (!(await file.OpenAsync(letter.CaseId, ct)).Try(out var opened, out var problem)) return problem;
        var template = StayWords.Template(letter.Kind);
        if (!reference.Now.Templates.TryGetValue(template, out var body)) return FuneralProblems.NoTemplate(template);
        return new Reply(TemplateText.Fill(body, await ValuesAsync(opened, letter, ct)));
    }

    private async Task<Dictionary<string, string?>> ValuesAsync(DeathCase of, StayLetter letter, CancellationToken ct)
    {
        var home = file.Institution(of.Institution ?? "");
        var overdue = await file.Db.OverdueStays.AsNoTracking().FirstOrDefaultAsync(o => o.Id == letter.Of, ct);
        var extension = await file.Db.StayExtensions.AsNoTracking().FirstOrDefaultAsync(e => e.Id == letter.Of, ct);
        var handler = of.Handlers.Find(h => h.Id == (overdue?.NotifiedHandler ?? extension?.SignedBy)) ?? of.Handlers.OrderBy(h => h.Rank).FirstOrDefault();
        string? Day(DateTimeOffset? at) => at is { } moment ? Words.Date(moment, file.Zone) : null;
        string? Last(DateTimeOffset? at) => at is { } moment ? desk.Day(moment) : null;
        return new()
        {
            ["letter.number"] = letter.Number,
            ["letter.date"] = Words.Date(letter.IssuedAt, file.Zone),
            ["letter.until"] = Last(letter.Until),
            ["letter.text"] = letter.Text,
            ["letter.by"] = staff.Find(letter.IssuedBy)?.Name,
            ["case.number"] = of.Number,
            ["deceased.name"] = of.Name?.Text ?? "（姓名不详）",
            ["deceased.public_name"] = overdue?.PublicName,
            ["deceased.sex"] = of.Sex is Sex.Male or Sex.Female ? of.Sex.Label() : "不详",
            ["deceased.age"] = of.AgeAtDeath(file.Zone) is { } age ? $"{age}岁" : "不详",
            ["deceased.death_date"] = Day(of.DiedAt) ?? "不详",
            ["stay.arrived"] = Day(await desk.ArrivedAsync(of, ct)),
            ["stay.due"] = Last(overdue?.DueAt ?? extension?.DueBefore),
            ["stay.notice_number"] = overdue?.NoticeNumber,
            ["stay.announcement_number"] = overdue?.AnnouncementNumber,
            ["stay.announced"] = Day(overdue?.AnnouncedAt),
            ["stay.proposal"] = letter.Proposal,
            ["stay.opinion"] = letter.Approved switch { true => "同意", false => "不同意", _ => null },
            ["stay.way"] = overdue?.Way is { } way ? StayWords.Of(way) : null,
            ["stay.received"] = Day(overdue?.ReceivedAt),
            ["handler.name"] = handler?.Name?.Text,
            ["handler.relation"] = handler?.Relation,
            ["home.name"] = home?.Name,
            ["home.phone"] = home?.Phone,
            ["home.address"] = home?.Address,
            ["bureau.name"] = reference.Now.City.Bureau,
            ["hotline"] = reference.Now.City.Hotline,
            ["print.at"] = Words.Moment(file.Now, file.Zone),
            ["print.by"] = file.By.Name,
        };
    }
}
