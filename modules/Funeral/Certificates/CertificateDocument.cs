using System.Globalization;
using Anmin.Contracts.Identity;
using Anmin.Funeral.Cases;
using Anmin.Funeral.Cremations;
using Anmin.Funeral.Families;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Calendar;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Documents;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Packs;
using Anmin.Kernel.Personal;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Funeral.Certificates;

/// <summary>
/// 打印火化证明 by the staff. Shows the whole document number, so it is a command: who printed it stands in the audit.
/// </summary>
internal sealed class PrintCertificate(CaseFile file, CertificateText text) : IUseCase<PrintCertificate.Request, PrintCertificate.Reply>
{
    /// <param name="Site">Scheme and host the QR leads to.</param>
    public sealed record Request(string Number, string Site) : IHasReason
    {
        public string Reason => "打印火化证明" + Number;
    }

    public sealed record Reply(string Html);

    public Permission Permission => FuneralPermissions.IssueCertificate;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var found = await file.Db.Certificates.AsNoTracking().FirstOrDefaultAsync(c => c.Number == request.Number, ct);
        if (found is null) return KernelProblems.NotFound;
        if (!(await file.OpenAsync(found.CaseId, ct)).Try(out var opened, out var problem)) return problem;
        return (await text.WriteAsync(opened, found, request.Site, ct)).Try(out var html, out problem) ? new Reply(html) : problem;
    }
}

/// <summary>家属下载火化证明: the valid one of the case the pass opens.</summary>
internal sealed class TakeCertificate(CaseFile file, FamilyPass passes, CertificateText text) : IUseCase<TakeCertificate.Request, PrintCertificate.Reply>
{
    public sealed record Request(string? Pass, string Number, string Site) : IHasReason
    {
        public string Reason => "家属下载火化证明" + Number;
    }

    public Permission Permission => Permission.Anyone;

    public async Task<Outcome<PrintCertificate.Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        if (!(await FamilyDesk.OpenAsync(file, passes, request.Pass, ct)).Try(out var opened, out var problem)) return problem;
        if (opened.Certificates.Find(c => c.Number == request.Number && c.Status == CertificateStatus.Issued) is not { } found) return KernelProblems.NotFound;
        return (await text.WriteAsync(opened, found, request.Site, ct)).Try(out var html, out problem) ? new PrintCertificate.Reply(html) : problem;
    }
}

/// <summary>The pack's 火化证明 filled with a case.</summary>
internal sealed class CertificateText(CaseFile file, IStaffDirectory staff, Reference reference)
{
    public async Task<Outcome<string>> WriteAsync(DeathCase opened, CremationCertificate certificate, string site, CancellationToken ct)
    {
        var cremator = opened.Cremation?.Cremator;
        var furnace = await file.Db.Resources.AsNoTracking().Where(r => r.Id == cremator).Select(r => r.Name).FirstOrDefaultAsync(ct);
        if (!reference.Now.Templates.TryGetValue("cremation-certificate", out var template)) return FuneralProblems.NoTemplate("cremation-certificate");
        var home = file.Institution(opened.Cremation?.Institution ?? "");
        var verify = $"{site}/verify/{certificate.Number}";
        var before = opened.Certificates.Find(c => c.SuccessorId == certificate.Id);
        var handler = opened.Handlers.OrderBy(h => h.Rank).FirstOrDefault(h => h.Id == opened.Contract?.SignedBy) ?? opened.Handlers.FirstOrDefault();
        return TemplateText.Fill(template, new Dictionary<string, string?>
        {
            ["certificate.number"] = certificate.Number,
            ["certificate.edition"] = certificate.Edition.ToString(CultureInfo.InvariantCulture),
            ["certificate.reissue"] = Standing(certificate, before),
            ["certificate.issued_by"] = staff.Find(certificate.IssuedBy)?.Name,
            ["certificate.issued_on"] = Words.Date(certificate.IssuedAt, file.Zone),
            ["deceased.name"] = opened.Name?.Text ?? "（姓名不详）",
            ["deceased.sex"] = opened.Sex is Sex.Male or Sex.Female ? opened.Sex.Label() : "性别不详",
            ["deceased.birth_date"] = opened.BirthDate is { } born ? Words.Date(born) : "（日期不详）",
            ["deceased.id_number"] = opened.PersonId is { IsKnown: true } id ? id.Reveal() : "（未登记）",
            ["deceased.hukou"] = "（未登记）",
            ["deceased.death_date"] = opened.DiedAt is { } died ? Words.Date(died, file.Zone) : "（日期不详）",
            ["deceased.age"] = opened.AgeAtDeath(file.Zone) is { } age ? $"{age}岁" : "不详",
            ["case.number"] = opened.Number,
            ["evidence.number"] = opened.Evidence.Find(e => e.Id == opened.Cremation?.EvidenceId)?.Number,
            ["cremation.date"] = opened.Cremation?.FinishedAt is { } on ? Words.Date(on, file.Zone) : null,
            ["cremation.started_at"] = opened.Cremation is { } begun ? Words.Moment(begun.StartedAt, file.Zone) : null,
            ["cremation.finished_at"] = opened.Cremation?.FinishedAt is { } ended ? Words.Clock(ended, file.Zone) : null,
            ["cremation.cremator"] = furnace ?? cremator,
            ["ashes.number"] = opened.Ashes.Find(a => a.SplitFrom is null)?.Number,
            ["handler.name"] = handler?.Name?.Text,
            ["handler.relation"] = handler?.Relation,
            ["home.name"] = home?.Name,
            ["bureau.name"] = reference.Now.City.Bureau,
            ["hotline"] = reference.Now.City.Hotline,
            ["verify.qr"] = Words.Qr(verify),
            ["verify.url"] = verify,
        });
    }

    /// <summary>What the head of the paper says beside its number: nothing for a first one, whose place it takes for a later one, that it is void for one that ended.</summary>
    private static string? Standing(CremationCertificate certificate, CremationCertificate? before) => certificate switch
    {
        { Status: CertificateStatus.Voided } => "本证明已作废，不能使用",
        { Status: CertificateStatus.Replaced } => "本证明已补发，旧编号不能使用",
        _ when before is not null => $"补发，原编号{before.Number}已作废",
        _ => null,
    };
}
