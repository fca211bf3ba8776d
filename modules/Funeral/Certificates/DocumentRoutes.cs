using System.Text;
using System.Text.Json;
using Anmin.Funeral.Families;
using Anmin.Funeral.Transport;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Documents;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Anmin.Ui.Print;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Anmin.Funeral.Certificates;

/// <summary>Papers as pages to print and as PDF, and what a family takes home. Outside the API: a person opens them.</summary>
internal static class DocumentRoutes
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.Create(System.Text.Unicode.UnicodeRanges.All) };

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/work/certificates/{number}", (string number, HttpContext http, Gate gate, PrintCertificate print) => CertificateAsync(number, http, gate, print)).ExcludeFromDescription();
        routes.MapGet("/work/pickups/{number}/sheet", (string number, HttpContext http, Gate gate, PrintPickupSheet print) => SheetAsync(number, asPdf: false, http, gate, print)).ExcludeFromDescription();
        routes.MapGet("/work/pickups/{number}/sheet.pdf", (string number, HttpContext http, Gate gate, PrintPickupSheet print) => SheetAsync(number, asPdf: true, http, gate, print)).ExcludeFromDescription();
        routes.MapGet("/work/pickups/{number}/register", (string number, HttpContext http, Gate gate, PrintPickupSheet print) => SheetAsync(number, asPdf: false, http, gate, print, PrintPickupSheet.Register)).ExcludeFromDescription();
        routes.MapGet("/work/pickups/{number}/register.pdf", (string number, HttpContext http, Gate gate, PrintPickupSheet print) => SheetAsync(number, asPdf: true, http, gate, print, PrintPickupSheet.Register)).ExcludeFromDescription();
        routes.MapGet("/my/case/certificates/{number}", FamilyCertificateAsync).ExcludeFromDescription();
        routes.MapGet("/my/case/record.json", FamilyRecordAsync).ExcludeFromDescription();
    }

    private static async Task<IResult> CertificateAsync(string number, HttpContext http, Gate gate, PrintCertificate print)
    {
        var (bare, asPdf) = Split(number);
        var outcome = await gate.RunAsync(print, new PrintCertificate.Request(bare, Site(http)), null, http.RequestAborted);
        return outcome.Try(out var reply, out var problem) ? await PaperAsync(http, reply.Html, asPdf, bare) : RefusalPage.Bare(http, problem);
    }

    private static async Task<IResult> SheetAsync(string number, bool asPdf, HttpContext http, Gate gate, PrintPickupSheet print, string template = PrintPickupSheet.Sheet)
    {
        var outcome = await gate.RunAsync(print, new PrintPickupSheet.Request(number, template), null, http.RequestAborted);
        return outcome.Try(out var reply, out var problem) ? await PaperAsync(http, reply.Html, asPdf, number) : RefusalPage.Bare(http, problem);
    }

    private static async Task<IResult> FamilyCertificateAsync(string number, HttpContext http, Gate gate, TakeCertificate take, FamilyPass passes)
    {
        var (bare, asPdf) = Split(number);
        var outcome = await gate.RunAsync(take, new TakeCertificate.Request(passes.Of(http), bare, Site(http)), null, http.RequestAborted);
        if (outcome.Try(out var reply, out var problem)) return await PaperAsync(http, reply.Html, asPdf, bare);
        return problem == FuneralProblems.PassOver ? Results.Redirect("/progress?over=1") : RefusalPage.Bare(http, problem);
    }

    private static async Task<IResult> FamilyRecordAsync(HttpContext http, Gate gate, ExportRecord export, FamilyPass passes)
    {
        var outcome = await gate.RunAsync(export, new ExportRecord.Request(passes.Of(http)), null, http.RequestAborted);
        if (!outcome.Try(out var proof, out var problem)) return problem == FuneralProblems.PassOver ? Results.Redirect("/progress?over=1") : RefusalPage.Bare(http, problem);
        // no name and no number of a person in the file's name
        return Results.File(JsonSerializer.SerializeToUtf8Bytes(proof, Json), "application/json", $"anmin-{proof.SubjectId:N}.json");
    }

    public static async Task<IResult> PaperAsync(HttpContext http, string html, bool asPdf, string name)
    {
        if (asPdf)
        {
            var printed = await http.RequestServices.GetRequiredService<PdfPrinter>().PrintAsync(TemplateText.WithStyle(html, await StyleAsync(http)), http.RequestAborted);
            if (printed.Try(out var pdf, out var problem)) return Results.File(pdf, "application/pdf", name + ".pdf");
            return PaperPage.Of(html, problem.Message);
        }
        return PaperPage.Of(html);
    }

    private static async Task<string> StyleAsync(HttpContext http)
    {
        var sheet = http.RequestServices.GetRequiredService<IWebHostEnvironment>().WebRootFileProvider.GetFileInfo(PaperPage.Style);
        if (!sheet.Exists) return "";
        await using var stream = sheet.CreateReadStream();
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync(http.RequestAborted);
    }

    public static (string Number, bool AsPdf) Split(string number)
        => number.EndsWith(".pdf", StringComparison.OrdinalIgnoreCase) ? (number[..^4], true) : (number, false);

    public static string Site(HttpContext http) => $"{http.Request.Scheme}://{http.Request.Host}";

    /// <summary>A paper that cannot be printed yet says why, in the words of the refusal.</summary>
    public static IResult Say(HttpContext http, Problem problem) => problem.Kind is ProblemKind.SignInNeeded or ProblemKind.NotFound or ProblemKind.Denied
        ? RefusalPage.Bare(http, problem)
        : RefusalPage.Of(problem, "还不能打印", http.Request.Path);
}
