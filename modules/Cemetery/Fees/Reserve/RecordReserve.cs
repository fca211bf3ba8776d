using System.Globalization;
using Anmin.Cemetery.Grounds;
using Anmin.Contracts.Billing;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Cemetery.Fees.Reserve;

/// <summary>登记预留金存款, or taxes paid, by voucher.</summary>
internal sealed class RecordReserve(FeeDesk fees, Reading reading) : IUseCase<RecordReserve.Request, RecordReserve.Reply>
{
    /// <param name="Amount">元.</param>
    public sealed record Request(string? Institution, string? Year, ReserveKind Kind, string? Amount, string? Voucher, string? On);

    public sealed record Reply(Guid EntryId);

    public Permission Permission => CemeteryPermissions.RecordReserve;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var voucher = reading.Text(request.Voucher, nameof(request.Voucher), "凭证号", 60);
        var on = reading.Day(request.On, nameof(request.On), "凭证日期");
        if (GetReserve.ReadYear(request.Year) is not { } year)
        {
            reading.Refuse(FeeProblems.Year);
            year = 0;
        }
        var fen = Fen(request.Amount);
        if (fen is null) reading.Refuse(FeeProblems.Amount);
        if (reading.Problem is { } bad) return bad;
        if (!(await GetReserve.GroundsAsync(fees, ct)).Contains(request.Institution ?? "") || fees.Desk.Institution(request.Institution) is not { } home) return FeeProblems.NoUnit;
        var entry = new ReserveEntry { Division = home.Division, Institution = home.Id, OpenedBy = fees.Desk.By.Id, Origin = fees.Desk.By.Institution, Year = year, Kind = request.Kind, Fen = fen!.Value, Voucher = voucher!, On = on!.Value, By = fees.Desk.By.Id, At = fees.Desk.Now };
        fees.Db.Add(entry);
        return new Reply(entry.Id);
    }

    private static long? Fen(string? text)
        => decimal.TryParse(text?.Trim(), NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var yuan) && yuan is > 0 and < 10_000_000_000 && yuan * 100 == Math.Floor(yuan * 100) ? (long)(yuan * 100) : null;

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<RecordReserve, Request, Reply>("/cemetery/fees/reserve");
}

/// <summary>预留金核算 of institution-years: what came in, what the rule asks to set aside of it after taxes, what was set aside, what is short.</summary>
internal sealed class GetReserve(FeeDesk fees, IIncome income) : IQuestion<GetReserve.Request, GetReserve.Reply>
{
    public sealed record Request(string? Year = null);

    /// <summary>分.</summary>
    public sealed record Row(string Institution, string Name, IncomeSum Income, long TaxFen, long AfterTaxFen, decimal Percent, long NeededFen, long SetAsideFen, IReadOnlyList<ReserveEntry> Entries)
    {
        public long ShortFen => Math.Max(0, NeededFen - SetAsideFen);
    }

    /// <param name="Source">Law of the percentage; null where no rule stands at the place.</param>
    public sealed record Reply(int Year, string? Source, IReadOnlyList<Row> Rows, DateOnly Today);

    public Permission Permission => CemeteryPermissions.ReadFees;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var year = ReadYear(request.Year) ?? fees.Desk.Today.Year;
        string? source = null;
        List<Row> rows = [];
        var entries = (await fees.Db.ReserveEntries.AsNoTracking().Where(e => e.Year == year).OrderBy(e => e.On).ToListAsync(ct)).ToLookup(e => e.Institution);
        foreach (var ground in await GroundsAsync(fees, ct))
        {
            if (fees.Desk.Institution(ground) is not { } home) continue;
            var percent = 0m;
            if (fees.Desk.Rules.Find("reserve.fund.min", home.Division, new DateOnly(year, 12, 31)).Try(out var rule, out _) && decimal.TryParse(rule.Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out percent)) source = rule.Source;
            var sum = await income.OfAsync(home.Id, new DateOnly(year, 1, 1), new DateOnly(year, 12, 31), ct);
            var tax = entries[home.Id].Where(e => e.Kind == ReserveKind.Tax).Sum(e => e.Fen);
            var after = Math.Max(0, sum.NetFen - tax);
            rows.Add(new Row(home.Id, home.Name, sum, tax, after, percent, Needed(after, percent), entries[home.Id].Where(e => e.Kind == ReserveKind.Deposit).Sum(e => e.Fen), [.. entries[home.Id]]));
        }
        return new Reply(year, source, rows, fees.Desk.Today);
    }

    /// <summary>Rounded up to the 分: not less than the rule asks.</summary>
    public static long Needed(long afterTaxFen, decimal percent) => (long)Math.Ceiling(afterTaxFen * percent / 100m);

    public static int? ReadYear(string? text) => int.TryParse(text?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 1980 and <= 2200 ? year : null;

    /// <summary>Grounds whose sections the actor's scope reaches, and the actor's own.</summary>
    public static async Task<IReadOnlyList<string>> GroundsAsync(FeeDesk fees, CancellationToken ct)
    {
        var seen = await fees.Db.Sections.AsNoTracking().Select(s => s.Institution!).Distinct().ToListAsync(ct);
        if (fees.Desk.By.Institution is { } own && !seen.Contains(own) && await fees.Db.Grounds.AnyAsync(g => g.Id == own, ct)) seen.Add(own);
        return [.. seen.Order(StringComparer.Ordinal)];
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion<GetReserve, Request, Reply>("/cemetery/fees/reserve");
}
