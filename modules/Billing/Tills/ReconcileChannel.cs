using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Anmin.Billing.Bills;
using Anmin.Billing.Payments;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Calendar;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Packs;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Billing.Tills;

internal enum DifferenceKind { OnlyChannel, OnlyBooks, OtherAmount }

/// <summary>对账: one file of a channel held against the scanned payments of one day. Append-only by trigger. 分.</summary>
internal sealed class Reconciliation
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Institution { get; init; }

    public required DateOnly Day { get; init; }

    /// <summary>SHA-256 of the file.</summary>
    public required string FileHash { get; init; }

    public required int ChannelCount { get; init; }

    public required long ChannelFen { get; init; }

    public required int BookCount { get; init; }

    public required long BookFen { get; init; }

    public required string By { get; init; }

    public required DateTimeOffset At { get; init; }

    public List<ChannelDifference> Differences { get; } = [];
}

internal sealed class ChannelDifference
{
    public required Guid ReconciliationId { get; init; }

    public required int Line { get; init; }

    public required DifferenceKind Kind { get; init; }

    /// <summary>商户单号.</summary>
    public required string Order { get; init; }

    public long? ChannelFen { get; init; }

    public long? BookFen { get; init; }
}

/// <summary>核对渠道对账文件: CSV with order, trade and amount (元); lists what differs.</summary>
internal sealed class ReconcileChannel(BillDesk desk, Reading reading) : IUseCase<ReconcileChannel.Request, ReconcileChannel.Reply>
{
    private const int MostRows = 20_000;

    /// <param name="Csv">Head <c>order,trade,amount</c>, one payment a line.</param>
    public sealed record Request(string? Day, string? Csv);

    public sealed record Row(DifferenceKind Kind, string Order, long? ChannelFen, long? BookFen);

    public sealed record Reply(int ChannelCount, long ChannelFen, int BookCount, long BookFen, IReadOnlyList<Row> Differences);

    public Permission Permission => BillingPermissions.Reconcile;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var day = reading.Day(request.Day, nameof(request.Day), "对账日期");
        if (reading.Problem is { } bad) return bad;
        if (desk.By.Institution is not { } home) return TillProblems.NoHome;
        if (!Read(request.Csv ?? "").Try(out var told, out var problem)) return problem;
        var (from, until) = (LocalClock.Instant(day!.Value.ToDateTime(TimeOnly.MinValue), desk.Zone), LocalClock.Instant(day.Value.AddDays(1).ToDateTime(TimeOnly.MinValue), desk.Zone));
        var booked = await desk.Db.Payments.AsNoTracking().Where(p => p.Institution == home && p.Way == PayWay.Scan && p.PaidAt >= from && p.PaidAt < until).ToDictionaryAsync(p => p.Number, p => p.AmountFen, ct);
        var kept = new Reconciliation
        {
            Institution = home,
            Day = day.Value,
            FileHash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(request.Csv!))),
            ChannelCount = told.Count,
            ChannelFen = told.Values.Sum(),
            BookCount = booked.Count,
            BookFen = booked.Values.Sum(),
            By = desk.By.Id,
            At = desk.Now,
        };
        var rows = Differ(told, booked);
        kept.Differences.AddRange(rows.Select((r, at) => new ChannelDifference { ReconciliationId = kept.Id, Line = at + 1, Kind = r.Kind, Order = r.Order, ChannelFen = r.ChannelFen, BookFen = r.BookFen }));
        desk.Db.Add(kept);
        return new Reply(kept.ChannelCount, kept.ChannelFen, kept.BookCount, kept.BookFen, rows);
    }

    internal static IReadOnlyList<Row> Differ(IReadOnlyDictionary<string, long> told, IReadOnlyDictionary<string, long> booked) =>
    [
        .. told.Where(t => !booked.ContainsKey(t.Key)).OrderBy(t => t.Key, StringComparer.Ordinal).Select(t => new Row(DifferenceKind.OnlyChannel, t.Key, t.Value, null)),
        .. booked.Where(b => !told.ContainsKey(b.Key)).OrderBy(b => b.Key, StringComparer.Ordinal).Select(b => new Row(DifferenceKind.OnlyBooks, b.Key, null, b.Value)),
        .. told.Where(t => booked.TryGetValue(t.Key, out var fen) && fen != t.Value).OrderBy(t => t.Key, StringComparer.Ordinal).Select(t => new Row(DifferenceKind.OtherAmount, t.Key, t.Value, booked[t.Key])),
    ];

    /// <summary>By order. A fault names its line, column and rule.</summary>
    internal static Outcome<IReadOnlyDictionary<string, long>> Read(string csv)
    {
        var lines = csv.TrimStart('\uFEFF').ReplaceLineEndings("\n").Split('\n');
        if (lines.Length > MostRows) return TillProblems.FileTooLarge;
        var head = lines[0].Split(',').Select(h => h.Trim().ToLowerInvariant()).ToList();
        var (order, amount) = (head.IndexOf("order"), head.IndexOf("amount"));
        if (order < 0 || amount < 0) return TillProblems.FileLine(1, "order,amount", "第一行要写列名");
        var told = new Dictionary<string, long>(StringComparer.Ordinal);
        for (var i = 1; i < lines.Length; i++)
        {
            if (string.IsNullOrWhiteSpace(lines[i])) continue;
            var cells = lines[i].Split(',');
            if (cells.Length != head.Count) return TillProblems.FileLine(i + 1, "全行", $"应有{head.Count.ToString(CultureInfo.InvariantCulture)}列");
            var number = cells[order].Trim();
            // a cell that a spreadsheet would run is no order number
            if (number.Length is 0 or > 60 || number[0] is '=' or '+' or '@' or '-') return TillProblems.FileLine(i + 1, "order", "不是商户单号");
            if (!decimal.TryParse(cells[amount].Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var yuan) || yuan is <= 0 or > 10_000_000 || yuan * 100 != Math.Floor(yuan * 100)) return TillProblems.FileLine(i + 1, "amount", "要写大于零的金额，最多两位小数");
            if (!told.TryAdd(number, (long)(yuan * 100))) return TillProblems.FileLine(i + 1, "order", "单号写了两次");
        }
        return told.Count == 0 ? TillProblems.FileEmpty : told;
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<ReconcileChannel, Request, Reply>("/channels/reconcile");
}
