using System.Globalization;
using System.IO.Compression;
using System.Text;
using Anmin.Cemetery.Dossiers.Papers;
using Anmin.Cemetery.Dossiers.Showing;
using Anmin.Kernel.Ciphers;
using Anmin.Kernel.Outcomes;
using Anmin.Ui.Words;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Cemetery.Dossiers.Export;

/// <summary>Puts a dossier into a ZIP: index.csv with every item and the SHA-256 of every file, the facts, and the files as they were handed in.</summary>
internal sealed class DossierPack(DossierDesk desk, GetDossier reader, PersonalVault vault)
{
    /// <param name="folder">Within the archive; empty for the archive of one dossier.</param>
    /// <param name="left">Bytes that may still be put in.</param>
    public async Task<Outcome<long>> AddAsync(ZipArchive zip, OpenedDossier opened, string folder, long left, CancellationToken ct)
    {
        var found = await reader.ReadAsync(opened, [opened.Right.Id], ct);
        var papers = found.Current.ToList();
        var used = papers.Sum(p => (long)p.Size);
        if (used > left) return DossierProblems.TooBig;
        var index = new StringBuilder().Append(PaperPicture.Purpose).Append("，导出人 ").Append(desk.Cemetery.By.Name).Append('，').Append(ChineseTime.Stamp(desk.Cemetery.Now, desk.Cemetery.Zone)).Append("\r\n序,材料,状态,文件,版次,页面旋转,字节,SHA-256,放入时间,放入人,依据\r\n");
        var seq = 0;
        foreach (var line in found.Lines)
        {
            var own = papers.Where(p => p.Item == line.Item).ToList();
            foreach (var paper in own)
            {
                var name = $"{++seq:D2}-{paper.FileName}";
                Row(index, seq, paper.Title ?? line.Name, "有", name, paper.Edition, paper.Turn, paper.Size, paper.Hash, ChineseTime.Stamp(paper.At, desk.Cemetery.Zone), paper.By, "");
                await PutAsync(zip, folder + name, await GetDossierPaper.OpenAsync(desk, vault, await desk.Cemetery.Db.DossierPapers.AsNoTracking().FirstAsync(p => p.Id == paper.Id, ct), ct), ct);
            }
            if (own.Count == 0 && (line.Applies || line.Made > 0)) Row(index, ++seq, line.Name, line.Present ? "本系统出具" : "缺", "", 0, 0, 0, "", "", "", line.Says);
        }
        await PutAsync(zip, folder + "index.csv", Csv(index), ct);
        await PutAsync(zip, folder + "facts.csv", Csv(Facts(found)), ct);
        return used;
    }

    private static void Row(StringBuilder csv, int seq, string item, string state, string file, int edition, int turn, int size, string hash, string at, string by, string says) =>
        csv.AppendJoin(',', new[] { Number(seq), item, state, file, edition == 0 ? "" : Number(edition), file.Length == 0 ? "" : Number(turn), file.Length == 0 ? "" : Number(size), hash, at, by, says }.Select(CsvCell.Of)).Append("\r\n");

    private static StringBuilder Facts(GetDossier.Reply d)
    {
        var csv = new StringBuilder("项目,内容\r\n");
        foreach (var (name, value) in DossierFactLines.Of(d)) csv.Append(CsvCell.Of(name)).Append(',').Append(CsvCell.Of(value)).Append("\r\n");
        return csv;
    }

    private static byte[] Csv(StringBuilder text) => [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(text.ToString())];

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
        foreach (var term in d.Terms) yield return (term.Seq == 1 ? "使用期限" : $"第{term.Seq - 1}次续期", $"{ChineseTime.Date(term.From)}至{ChineseTime.Date(term.Until)}，{Yuan.Write(term.Fen)}");
        yield return ("使用费", Yuan.Write(f.UseFen));
        yield return ("每年维护管理费", Yuan.Write(f.CareFenPerYear));
        if (f.CarePaidUntil is { } care) yield return ("维护管理费交至", ChineseTime.Date(care));
        foreach (var person in d.People)
            yield return (person.RemovedOn is null ? "安葬" : "安葬，已迁出", person.Name + (person.InterredOn is { } on ? $"，{ChineseTime.Date(on)}" : "，日期不详") + (person.RemovedOn is { } gone ? $"，{ChineseTime.Date(gone)}迁出" : "") + (person.Certificate is { } c ? $"，火化证明 {c}" : ""));
        if (f.EndedOn is { } ended) yield return ("终止", $"{ChineseTime.Date(ended)}，{DossierWords.Of(f.Ending)}");
        if (f.DisputedSince is { } since) yield return ("有争议", $"自{ChineseTime.Date(since)}");
        yield return ("档案完整度", $"{d.Score} 分{(d.MissingNames.Length == 0 ? "，齐全" : "，缺：" + d.MissingNames)}");
    }
}
