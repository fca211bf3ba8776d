using System.Globalization;
using Anmin.Billing.Bills;
using Anmin.Billing.Payments;
using Anmin.Billing.Pricing;
using Anmin.Ui.Status;

namespace Anmin.Billing.Counter;

/// <summary>What codes are called on pages and papers.</summary>
internal static class BillWords
{
    public static string Of(PricingWay way) => way switch
    {
        PricingWay.GovSet => "政府定价",
        PricingWay.GovGuided => "政府指导价",
        PricingWay.Range => "参考区间",
        PricingWay.Markup => "差率控制",
        _ => "市场调节价",
    };

    public static string Of(ItemClass of) => of switch
    {
        ItemClass.Basic => "基础项目",
        ItemClass.Optional => "非基础项目",
        _ => "用品",
    };

    public static string ForFamily(ItemClass of) => of switch
    {
        ItemClass.Basic => "价格由政府定，机构不能多收",
        ItemClass.Optional => "您自己选的。价格要在公布的清单以内",
        _ => "您自己选的。加价不超过公布的比例",
    };

    public static string ForCashier(ItemClass of) => of switch
    {
        ItemClass.Basic => "上限之内",
        ItemClass.Optional => "家属逐项勾选，可全部不选",
        _ => "可自带",
    };

    public static string Of(PayWay way) => way switch
    {
        PayWay.Cash => "现金",
        PayWay.Card => "银行卡",
        PayWay.Transfer => "单位转账",
        _ => "扫码",
    };

    public static (StatusShape Shape, string Word) Of(BillState? state, long open = 0) => state switch
    {
        null => (StatusShape.Todo, "还没有清单"),
        BillState.Quoted => (StatusShape.Wait, "等签名"),
        BillState.Signed => (StatusShape.Run, "待结算"),
        BillState.Settled => (StatusShape.Run, "未收齐"),
        _ => (StatusShape.Ok, "已收齐"),
    };

    /// <summary>Thousandths of a unit, without zeros nobody needs.</summary>
    public static string Quantity(long milli) => (milli / 1000m).ToString("0.###", CultureInfo.InvariantCulture);

    /// <summary>元 without zeros nobody needs.</summary>
    public static string Yuan(long fen) => (fen / 100m).ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>What the list allows of one unit, in words.</summary>
    public static string Law(BillLine l) => l.Way switch
    {
        PricingWay.Range => $"{Yuan(l.LeastFen)}–{Yuan(l.CeilingFen)}",
        PricingWay.Markup => $"≤ {Yuan(l.CeilingFen)}{(l.CostFen is > 0 and var cost ? $"，加 {((l.UnitFen - cost) * 100m / cost).ToString("0.#", CultureInfo.InvariantCulture)} %" : "")}",
        PricingWay.GovSet => $"= {Yuan(l.CeilingFen)}",
        _ => $"≤ {Yuan(l.CeilingFen)} / {l.Unit}",
    };
}
