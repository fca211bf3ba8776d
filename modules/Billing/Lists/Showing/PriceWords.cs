using Anmin.Billing.Pricing;
using Anmin.Ui.Status;
using Anmin.Ui.Words;

namespace Anmin.Billing.Lists.Showing;

/// <summary>How pages word a list.</summary>
internal static class PriceWords
{
    public static string State(PriceListState state, bool inForce, bool toCome) => inForce ? "执行中" : state == PriceListState.Published && toCome ? "待执行" : state is PriceListState.Superseded && toCome ? "待执行" : PriceList.Label(state);

    public static StatusShape Shape(PriceListState state, bool inForce, bool toCome) => state switch
    {
        _ when inForce => StatusShape.Ok,
        _ when toCome && state is PriceListState.Published or PriceListState.Superseded => StatusShape.Wait,
        PriceListState.Draft => StatusShape.Run,
        PriceListState.Checked or PriceListState.Filed => StatusShape.Wait,
        _ => StatusShape.Todo,
    };

    public static string Span(DateOnly from, DateOnly? until) => until is { } end ? $"{ChineseTime.IsoDate(from)} 至 {ChineseTime.IsoDate(end)}" : $"{ChineseTime.IsoDate(from)} 起";

    public static string Price(PricingWay way, long least, long most) => way == PricingWay.Markup ? "按进价加成" : least == most ? Yuan.Write(most, Ui.Frame.Surface.Work) : $"{Yuan.Write(least, Ui.Frame.Surface.Work)} – {Yuan.Write(most, Ui.Frame.Surface.Work)}";

    public static string Percent(decimal percent) => percent switch { > 0 => $"涨{percent:0.#}%", < 0 => $"降{-percent:0.#}%", _ => "" };
}
