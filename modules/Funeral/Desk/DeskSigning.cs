using Anmin.Funeral.Arrangement;
using Anmin.Funeral.Cases;
using Anmin.Funeral.Signatures;
using Anmin.Kernel.Data;
using Anmin.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Funeral.Desk;

/// <summary>The signatures that came with a submit, each under exactly the text its signer saw.</summary>
internal sealed class DeskSigning(CaseFile file, DeskPapers papers)
{
    internal sealed record Result(IReadOnlyList<PaperKind> Unsigned, IReadOnlyList<PaperKind> Signed)
    {
        public bool Has(PaperKind kind) => Signed.Contains(kind);
    }

    public async Task<Outcome<Result>> SignAsync(DeathCase opened, ArrangementVersion version, DeskWork work, ArrangementVersion.Numbers numbers, Guid handler, IReadOnlyList<SubmitArrangement.Signature> given, CancellationToken ct)
    {
        var needed = papers.Needed(work.Choice);
        var before = await file.Db.Set<SignedPaper>().Where(p => p.CaseId == opened.Id && (p.Subject == version.Id || p.Subject == opened.Id)).Select(p => p.Kind).ToListAsync(ct);
        var made = new List<SignedPaper>();
        foreach (var signature in given)
        {
            if (!Enum.TryParse<PaperKind>(signature.Kind, out var kind) || !needed.Contains(kind) || made.Exists(m => m.Kind == kind)) return ArrangementProblems.PapersChanged;
            if (before.Contains(kind)) continue;
            if (!papers.Write(kind, work, numbers, version.QuotedBy).Try(out var text, out var problem)) return problem;
            if (!string.Equals(signature.Hash, text.Hash, StringComparison.Ordinal)) return ArrangementProblems.PapersChanged;
            byte[]? png = null;
            if (signature.Way != nameof(SigningWay.Paper) && !SignatureImage.Read(signature.Image).Try(out png, out problem)) return problem;
            // the notice on personal data is given once a case, the rest with every edition
            made.Add(SignedPaper.Sign(opened.Id, kind == PaperKind.DataNotice ? opened.Id : version.Id, text, handler, null, png, file.By, file.Now));
        }
        file.Db.AddRange(made);
        made.ForEach(opened.NoteSigned);
        if (made.Find(m => m.Kind == PaperKind.Quotation) is { } quotation && made.Find(m => m.Kind == PaperKind.ServiceContract) is { } contract)
        {
            if (!opened.SignArrangement(version, quotation, contract, handler, file.Now).Try(out _, out var problem)) return problem;
        }
        else if (made.Exists(m => m.Kind is PaperKind.Quotation or PaperKind.ServiceContract)) return ArrangementProblems.PapersUnsigned;
        List<PaperKind> signed = [.. before, .. made.Select(m => m.Kind)];
        return new Result([.. needed.Except(signed)], signed);
    }
}
