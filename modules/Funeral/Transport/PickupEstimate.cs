using System.Globalization;
using Anmin.Funeral.Cases;
using Anmin.Funeral.Guidance;
using Anmin.Ui.Words;

namespace Anmin.Funeral.Transport;

/// <summary>估价 before anything is confirmed: the published price, kilometres beyond what it includes, protection. What is billed follows the price law of the day.</summary>
/// <param name="Fen">Null where no price is published.</param>
/// <param name="Kilometres">Suggested, one way; null where not known.</param>
internal sealed record PickupEstimate(int? Fen, decimal? Kilometres, string? Relief, IReadOnlyList<PickupEstimate.Part> Parts)
{
    public sealed record Part(string What, string How, int Fen);

    /// <summary>One line for a page: 估价300.00元（基本270.00元，里程30.00元）.</summary>
    public string Words => Fen is not { } fen ? "费用以殡仪馆公布的收费清单为准"
        : $"估价{Yuan.Write(fen)}元{(Parts.Count > 1 ? $"（{string.Join("，", Parts.Select(p => $"{p.What}{Yuan.Write(p.Fen)}元"))}）" : "")}{(Relief is { Length: > 0 } ? "。" + Relief : "")}";

    public string DistanceWords => Kilometres is { } km ? $"约{km.ToString("0.#", CultureInfo.InvariantCulture)}公里，按直线距离推算" : "距离不详";
}

/// <summary>Works the estimate out of the published prices and the pack's rules.</summary>
internal sealed class PickupEstimates(CaseFile file, GuidanceBook prices, Distances distances)
{
    public PickupEstimate Of(string home, string division, string? origin, bool infectious)
    {
        var km = distances.Road(home, division, origin);
        if (prices.Prices(file.Today).FirstOrDefault(p => p.Item == "遗体接运") is not { } price) return new(null, km, null, []);
        var parts = new List<PickupEstimate.Part> { new("基本", $"每具，{price.Kind}", (int)price.PriceFen) };
        // billed there and back, beyond what the basic price includes
        if (km is { } way && distances.Number("pickup.price.km", division, 0m) is var perKm and > 0)
        {
            var beyond = Math.Max(0, decimal.Ceiling(way * 2) - distances.Number("pickup.price.included", division, 0m));
            if (beyond > 0) parts.Add(new("里程", $"往返{decimal.Ceiling(way * 2):0}公里，超出{beyond:0}公里", (int)(beyond * perKm)));
        }
        if (infectious && distances.Number("pickup.price.infectious", division, 100m) / 100m is var factor and > 1) parts.Add(new("传染病防护", $"×{factor.ToString("0.##", CultureInfo.InvariantCulture)}", (int)(parts.Sum(p => p.Fen) * (factor - 1))));
        return new(parts.Sum(p => p.Fen), km, price.Relief, parts);
    }
}
