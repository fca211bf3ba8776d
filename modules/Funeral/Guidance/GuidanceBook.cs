using Anmin.Kernel.Data;
using Anmin.Kernel.Packs;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Funeral.Guidance;

/// <summary>Plan and basic prices in memory: what a family reads at night costs no look-up.</summary>
internal sealed class GuidanceBook : IReferencePart
{
    private sealed record Snapshot(IReadOnlyList<PlanStep> Steps, IReadOnlyList<BasicPrice> Prices);

    private Snapshot now = new([], []);

    public async Task RefreshAsync(AnminDb db, PackProfile city, CancellationToken ct)
    {
        var steps = await db.Set<PlanStep>().AsNoTracking().OrderBy(s => s.Order).ToListAsync(ct);
        var prices = await db.Set<BasicPrice>().AsNoTracking().ToListAsync(ct);
        Volatile.Write(ref now, new(steps, prices));
    }

    public IReadOnlyList<PlanStep> Plan(PlanAnswers answers)
        => [.. Volatile.Read(ref now).Steps.Where(s => s.Suits(answers.Place, answers.Evidence, answers.Disposition, answers.Hukou))];

    /// <summary>The prices in force on a day, in the order of the service: 接运, 存放, 告别, 火化, 寄存.</summary>
    public IReadOnlyList<BasicPrice> Prices(DateOnly on)
        => [.. Volatile.Read(ref now).Prices.Where(p => p.InForce(on)).OrderBy(p => Array.IndexOf(Usual, p.Item) is var at and >= 0 ? at : Usual.Length).ThenBy(p => p.Item, StringComparer.Ordinal)];

    private static readonly string[] Usual = ["遗体接运", "遗体存放", "遗体告别", "遗体火化", "骨灰寄存"];
}

/// <summary>The answers to the four questions; each is one of the words plan.csv knows.</summary>
internal sealed record PlanAnswers(string Place, string Evidence, string Hukou, string Disposition)
{
    public static readonly (string Value, string Label, string Hint)[] Places =
        [("home", "家中", ""), ("hospital", "医院", "在病区、急诊或者太平间"), ("elderly-home", "养老机构", "养老院、护理院、敬老院"), ("other", "别的地方", "路上、工地、水边等，或者说不清原因")];

    public static readonly (string Value, string Label, string Hint)[] Evidences =
        [("no", "还没有，或者不清楚", ""), ("yes", "已经拿到", "居民死亡医学证明（推断）书，或者公安机关的证明")];

    public static (string Value, string Label, string Hint)[] Hukous(string city) => [("local", $"在{city}", "户口簿上的地址在本市各县区"), ("elsewhere", "在别的地方", "费用减免回户籍地问，其他一样办")];

    public static readonly (string Value, string Label, string Hint)[] Dispositions =
        [("cremation", "火化", "火化后再安葬或者安放"), ("burial", "按少数民族丧葬习俗办理", "依法可以土葬，不会安排火化")];

    /// <summary>Null when any answer is missing or is no word of ours.</summary>
    public static PlanAnswers? Read(string? place, string? evidence, string? hukou, string? disposition)
        => Array.Exists(Places, p => p.Value == place) && evidence is "yes" or "no" && hukou is "local" or "elsewhere" && disposition is "cremation" or "burial"
            ? new(place!, evidence, hukou, disposition) : null;

    public string PlaceLabel => Array.Find(Places, p => p.Value == Place).Label;

    public string EvidenceLabel => Evidence == "yes" ? "已经拿到" : "还没有";

    public string HukouLabel(string city) => Hukou == "local" ? city : "外地";

    public string DispositionLabel => Disposition == "burial" ? "按少数民族丧葬习俗" : "火化";

    public string Query => $"place={Place}&evidence={Evidence}&hukou={Hukou}&disposition={Disposition}";
}
