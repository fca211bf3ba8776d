using System.Globalization;
using System.IO.Compression;
using System.Text;
using Anmin.Cemetery.Dossiers.Papers;
using Anmin.Cemetery.Dossiers.Showing;
using Anmin.Kernel.Ciphers;
using Anmin.Kernel.Documents;
using Anmin.Kernel.Outcomes;
using Anmin.Ui.Words;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Cemetery.Dossiers.Export;

/// <summary>
/// Puts a dossier into a ZIP: index.csv, the facts, and the papers as the page shows them: a picture inside its drawing with purpose, person and time,
/// a PDF as it was handed in. The index has the SHA-256 of what was handed in and of what lies in the archive.
/// </summary>
internal sealed class DossierPack(DossierDesk desk, GetDossier reader, PersonalVault vault)
{
    /// <param name="folder">Within the archive; empty for the archive of one dossier.</param>
    /// <param name="left">Bytes that may still be put in.</param>
    /// <param name="purpose">What the archive is for; it stands on every picture.</param>
    public async Task<Outcome<long>> AddAsync(ZipArchive zip, OpenedDossier opened, string folder, long left, string purpose, CancellationToken ct)
    {
        var found = await reader.ReadAsync(opened, [opened.Right.Id], ct);
        var papers = found.Current.ToList();
        var used = papers.Sum(Weight);
        if (used > left) return DossierProblems.TooBig;
        var mark = $"{PaperPicture.Purpose} {desk.Cemetery.By.Name} {ChineseTime.Stamp(desk.Cemetery.Now, desk.Cemetery.Zone)} 用途：{purpose}";
        var index = new StringBuilder(CsvCell.Of(mark)).Append("\r\n序,材料,状态,文件,文件SHA-256,原件,版次,页面旋转,原件字节,原件SHA-256,放入时间,放入人,依据\r\n");
        var seq = 0;
        foreach (var line in found.Lines)
        {
            var own = papers.Where(p => p.Item == line.Item).ToList();
            foreach (var paper in own)
            {
                var content = await GetDossierPaper.OpenAsync(desk, vault, await desk.Cemetery.Db.DossierPapers.AsNoTracking().FirstAsync(p => p.Id == paper.Id, ct), ct);
                var name = $"{++seq:D2}-{(IsPicture(paper) ? Path.GetFileNameWithoutExtension(paper.FileName) + ".svg" : paper.FileName)}";
                var shown = IsPicture(paper) ? Encoding.UTF8.GetBytes(PaperPicture.Svg(content, paper.Media, paper.Turn, mark)) : content;
                Row(index, seq, paper.Title ?? line.Name, "有", [name, ScannedFile.HashOf(shown), paper.FileName, Number(paper.Edition), Number(paper.Turn), Number(paper.Size), paper.Hash, ChineseTime.Stamp(paper.At, desk.Cemetery.Zone), paper.By, ""]);
                await PutAsync(zip, folder + name, shown, ct);
            }
            if (own.Count == 0 && (line.Applies || line.Made > 0)) Row(index, ++seq, line.Name, line.Present ? "本系统出具" : "缺", [.. Enumerable.Repeat("", 9), line.Says]);
        }
        await PutAsync(zip, folder + "index.csv", Csv(index), ct);
        await PutAsync(zip, folder + "facts.csv", Csv(Facts(found)), ct);
        return used;
    }

    private static bool IsPicture(GetDossier.Paper paper) => paper.Media != "application/pdf";

    /// <summary>Bytes in the archive at most: a drawing holds its picture as Base64, and two kilobytes of its own.</summary>
    private static long Weight(GetDossier.Paper paper) => IsPicture(paper) ? ((long)paper.Size + 2) / 3 * 4 + 2048 : paper.Size;

    private static void Row(StringBuilder csv, int seq, string item, string state, string[] rest) => csv.AppendJoin(',', new[] { Number(seq), item, state }.Concat(rest).Select(CsvCell.Of)).Append("\r\n");

    private static StringBuilder Facts(GetDossier.Reply d)
    {
        var csv = new StringBuilder("项目,内容\r\n");
        foreach (var (name, value) in DossierFactLines.Of(d)) csv.Append(CsvCell.Of(name)).Append(',').Append(CsvCell.Of(value)).Append("\r\n");
        return csv;
    }

    private static byte[] Csv(StringBuilder text) => CsvFile.Of(text.ToString());

    private static async Task PutAsync(ZipArchive zip, string name, byte[] content, CancellationToken ct)
    {
        await using var entry = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
        await entry.WriteAsync(content, ct);
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>The facts of a dossier as name and value, alike on paper, in the archive and on the page.</summary>
internal static class DossierFactLines
{
    public static IEnumerable<(string Name, string Value)> Of(GetDossier.Reply d)
    {
        var f = d.Of;
        yield return ("墓位", f.Position);
        yield return ("墓园", f.Institution);
        yield return ("合同编号", f.Number ?? "");
        yield return ("合同状态", DossierWords.Of(f.State));
        if (f.Certificate is not null) yield return ("证号", f.Certificate);
        if (d.Filed?.Number is { } file) yield return ("档号", file);
        yield return ("持证人", f.Holder ?? "");
        if (f.HolderId is not null) yield return ("持证人证件号码", f.HolderId);
        if (f.HolderPhone is not null) yield return ("联系电话", f.HolderPhone);
        if (f.Relation is not null) yield return ("与安葬人关系", f.Relation);
        yield return ("依据", DossierWords.Of(f.Basis) + (f.BasisNumber is null ? "" : " " + f.BasisNumber));
        if (f.SignedOn is { } signed) yield return ("签约日期", ChineseTime.Date(signed));
        foreach (var term in d.Terms) yield return (term.Seq == 1 ? "使用期限" : $"第{term.Seq - 1}次续期", $"{ChineseTime.Date(term.From)}至{ChineseTime.Date(term.Until)}，{Yuan.Write(term.Fen)}元");
        yield return ("使用费", Yuan.Write(f.UseFen) + "元");
        yield return ("每年维护管理费", Yuan.Write(f.CareFenPerYear) + "元");
        if (f.CarePaidUntil is { } care) yield return ("维护管理费交至", ChineseTime.Date(care));
        foreach (var person in d.People)
            yield return (person.RemovedOn is null ? "安葬" : "安葬，已迁出", person.Name + (person.InterredOn is { } on ? $"，{ChineseTime.Date(on)}" : "，日期不详") + (person.RemovedOn is { } gone ? $"，{ChineseTime.Date(gone)}迁出" : "") + (person.Certificate is { } c ? $"，火化证明 {c}" : ""));
        if (f.EndedOn is { } ended) yield return ("终止", $"{ChineseTime.Date(ended)}，{DossierWords.Of(f.Ending)}");
        if (f.DisputedSince is { } since) yield return ("有争议", $"自{ChineseTime.Date(since)}");
        yield return ("档案完整度", $"{d.Score} 分{(d.MissingNames.Length == 0 ? "，齐全" : "，缺：" + d.MissingNames)}");
    }
}
