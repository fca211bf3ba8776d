using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Anmin.Ui.Print;
using Microsoft.AspNetCore.Http;

namespace Anmin.Ui.Words;

/// <summary>What a list answers to 导出清单: the file, or the way to the tray where the file is being made; or why not, as a page to people and as a problem to programs.</summary>
public static class CsvAnswer
{
    /// <param name="csv">Null where it became a task.</param>
    /// <param name="name">File name with its ending.</param>
    public static IResult Of(string? csv, string name) => csv is null
        ? Results.Redirect("/work/tasks?asked=1")
        : Results.File(CsvFile.Of(csv), CsvFile.Media, name);

    /// <param name="back">Path of the list.</param>
    public static IResult Refused(HttpRequest request, Problem problem, string back)
    {
        if (!request.Headers.Accept.Any(a => a?.Contains("text/html", StringComparison.OrdinalIgnoreCase) is true)) return Answers.Of(problem);
        return RefusalPage.Of(problem, "没有办成", back, (back, "回到上一页"));
    }
}
