using Anmin.Kernel.Packs;

namespace Anmin.Funeral.Guidance;

/// <summary>plan.csv and basic_prices.csv of a city pack.</summary>
internal static class GuidancePackFiles
{
    private static readonly string[] Places = ["hospital", "home", "elderly-home", "other"];
    private static readonly string[] Evidences = ["yes", "no"];
    private static readonly string[] Dispositions = ["cremation", "burial"];
    private static readonly string[] Hukous = ["local", "elsewhere"];

    public static IReadOnlyList<IPackFile> All { get; } =
    [
        new TablePackFile<BasicPrice>("basic_prices.csv", 300,
            [PackColumn.Text("item", 40).AsKey(), PackColumn.Text("unit", 20), PackColumn.Whole("price_fen", 0, 100_000_000), PackColumn.OneOf("kind", "政府指导价", "政府定价", "参考区间", "差率控制", "市场调节价"),
             PackColumn.Text("relief", 100).Optional(), PackColumn.Text("basis", 300).Optional(), PackColumn.Date("effective_from").AsKey(), PackColumn.Date("effective_to").Optional()],
            row => new BasicPrice
            {
                Item = row["item"],
                Unit = row["unit"],
                PriceFen = row.Whole("price_fen"),
                Kind = row["kind"],
                Relief = row["relief"],
                Basis = row["basis"],
                EffectiveFrom = row.Date("effective_from"),
                EffectiveTo = row.DateOrNull("effective_to"),
            })
        {
            // one price for an item and day
            Further = (rows, check) => check.Periods(rows, r => r["item"]),
        },
        new TablePackFile<PlanStep>("plan.csv", 310,
            [PackColumn.Whole("order", 1, 9999).AsKey(), PackColumn.OneOf("when", "now", "daytime", "after"), PackColumn.OneOf("place", ["any", .. Places]), PackColumn.OneOf("evidence", ["any", .. Evidences]),
             PackColumn.OneOf("disposition", ["any", .. Dispositions]), PackColumn.OneOf("hukou", ["any", .. Hukous]), PackColumn.Text("title", 40), PackColumn.Text("who", 100).Optional(), PackColumn.Text("bring", 120).Optional(),
             PackColumn.Text("cost", 60).Optional(), PackColumn.Text("cost_note", 120).Optional(), PackColumn.Text("result", 200).Optional(),
             PackColumn.OneOf("action", "pickup", "visit", "places", "after-death", "call").Optional(), PackColumn.Text("phone", 30).Optional()],
            row => new PlanStep
            {
                Order = row.Whole("order"),
                When = row["when"],
                Place = row["place"],
                Evidence = row["evidence"],
                Disposition = row["disposition"],
                Hukou = row["hukou"],
                Title = row["title"],
                Who = row["who"],
                Bring = row["bring"],
                Cost = row["cost"],
                CostNote = row["cost_note"],
                Result = row["result"],
                Action = row["action"],
                Phone = row["phone"],
            })
        {
            Further = EveryAnswerHasSteps,
            // a plan is only advice: what the pack no longer says is no longer said
            WhenGone = (_, _) => Vanished.Removed,
        },
    ];

    /// <summary>Every combination of answers gives a plan; a burial plan has no step of cremation.</summary>
    private static void EveryAnswerHasSteps(IReadOnlyList<PackRow> rows, PackCheck check)
    {
        if (rows.Count == 0) return;
        foreach (var row in rows.Where(r => r["disposition"] != "cremation" && (r["title"].Contains("火化", StringComparison.Ordinal) || r["title"].Contains("骨灰", StringComparison.Ordinal))))
            check.Fault(row, "title", "土葬也会看到这一步，不能写火化或骨灰");
        foreach (var place in Places)
            foreach (var evidence in Evidences)
                foreach (var disposition in Dispositions)
                    foreach (var hukou in Hukous)
                        if (!rows.Any(r => Fits(r["place"], place) && Fits(r["evidence"], evidence) && Fits(r["disposition"], disposition) && Fits(r["hukou"], hukou)))
                            check.Fault(rows[0], "order", $"回答 {place}、{evidence}、{disposition}、{hukou} 时没有任何一步");
    }

    private static bool Fits(string asked, string given) => asked == "any" || asked == given;
}
