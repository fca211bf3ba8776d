using System.Globalization;
using Anmin.Hotline.Calls;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Ui.Words;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Anmin.Hotline.Statistics;

/// <summary>热线统计, on the page and as a file.</summary>
internal static class StatisticsDoor
{
    public static void MapRoutes(IEndpointRouteBuilder routes) => CountCalls.Map(routes);

    public static void MapPages(IEndpointRouteBuilder routes) => routes.MapGet("/work/hotline/statistics.csv", async (HttpContext http, Gate gate, CountCalls count, string? from, string? until) =>
        (await gate.RunAsync(count, new CountCalls.Request(from, until), null, http.RequestAborted)).Try(out var reply, out var problem)
            ? Results.File(CsvFile.Of(Csv(reply)), CsvFile.Media, "hotline.csv") : Answers.Of(problem)).ExcludeFromDescription();

    internal static string Csv(CountCalls.Reply reply)
    {
        var lines = new List<string> { "日期,来电,接听,未接,建案卷" };
        lines.AddRange(reply.Days.Select(d => Row(ChineseTime.IsoDate(d.Date), d.Calls, d.Answered, d.Missed, d.Cases)));
        lines.Add(Row("合计", reply.Calls, reply.Answered, reply.Missed, reply.Cases));
        lines.Add("");
        lines.Add("钟点,来电");
        lines.AddRange(reply.Hours.Select((n, h) => Row($"{h:00}:00", n)));
        lines.Add("");
        lines.Add("类别,来电,平均通话");
        lines.AddRange(reply.Kinds.Select(k => Row(CallWords.Of(k.Of), k.Calls) + "," + CsvCell.Of(CallWords.Length(k.MeanTalk))));
        return string.Join("\r\n", lines) + "\r\n";
    }

    private static string Row(string head, params int[] counts) => string.Join(',', [CsvCell.Of(head), .. counts.Select(c => c.ToString(CultureInfo.InvariantCulture))]);
}
