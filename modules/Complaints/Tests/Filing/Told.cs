using System.Runtime.CompilerServices;
using Anmin.Complaints.Filing;
using Anmin.Complaints.Handling;
using Anmin.Complaints.Statements;
using Anmin.Contracts.Funeral;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Outcomes;
using Anmin.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Anmin.Complaints.Tests.Filing;

/// <summary>Complainants nobody else has, and the steps of bureaus and institutions, for tests.</summary>
internal static class Told
{
    private static int people;

    public const string County = "县局", OtherCounty = "外县局", City = "市局", Chief = "馆长", OtherChief = "外馆长", Ground = "公墓负责人", Agent = "接线员";

    public static string Phone() => $"137{Interlocked.Increment(ref people) + 10000000}";

    public static T Must<T>(Outcome<T> outcome, [CallerArgumentExpression(nameof(outcome))] string? what = null)
        => outcome.Try(out var value, out var problem) ? value : throw new InvalidOperationException($"{what}: {problem.Code} {problem.Message}");

    public static FileComplaint.Request Story(string? phone, string? about = "fh-1", string? number = null, bool share = false)
        => new("charge", about, "多收了三百元，\n没有用过的也收", "2026-04-10", number, phone is null ? null : "周女士", phone, share, "退钱");

    public static Task<Outcome<FileComplaint.Reply>> FileAsync(this TestApp app, FileComplaint.Request request, string? key = null)
        => app.As(Actor.Public).RunAsync(s => s.GetRequiredService<FileComplaint>(), request, key);

    public static async Task<Guid> FiledAsync(this TestApp app, string? phone = null, string? about = "fh-1", bool share = false) => Must(await app.FileAsync(Story(phone, about, null, share))).Id;

    public static async Task<Guid> AcceptedAsync(this TestApp app, string? phone = null, string? about = "fh-1", bool share = false, string by = County)
    {
        var id = await app.FiledAsync(phone, about, share);
        Must(await app.DoAsync<AcceptComplaint, AcceptComplaint.Request>(by, new(id)));
        return id;
    }

    public static async Task<Guid> AnsweredAsync(this TestApp app, string? phone, string by = County)
    {
        var id = await app.AcceptedAsync(phone, by: by);
        Must(await app.DoAsync<AnswerComplaint, AnswerComplaint.Request>(by, Answer(id)));
        return id;
    }

    public static AnswerComplaint.Request Answer(Guid id, string finding = "Founded", string? order = null, string? due = null, string? revisit = null) => new(id, finding, "查明多收三百元，已经要求退还。", order, due, revisit);

    public static Task<Outcome<Done>> DoAsync<TUseCase, TRequest>(this TestApp app, string persona, TRequest request, string? key = null) where TUseCase : IUseCase<TRequest, Done>
        => app.As(persona).RunAsync(s => s.GetRequiredService<TUseCase>(), request, key);

    public static Task<Outcome<GetComplaint.Reply>> SeeAsync(this TestApp app, string persona, Guid id) => app.As(persona).RunAsync(s => s.GetRequiredService<GetComplaint>(), new GetComplaint.Request(id));

    public static async Task<Guid> AskedAsync(this TestApp app, Guid complaint, string? institution = null)
    {
        Must(await app.DoAsync<AskStatement, AskStatement.Request>(County, new(complaint, institution, "请说明这一单的收费依据")));
        return await app.ReadAsync(db => db.Statements.Where(s => s.ComplaintId == complaint).OrderByDescending(s => s.Id).Select(s => s.Id).FirstAsync());
    }

    public static Task<Complaint> KeptAsync(this TestApp app, Guid id) => app.ReadAsync(db => db.Complaints.AsNoTracking().SingleAsync(c => c.Id == id));

    public static Task<Outcome<TrackComplaint.Reply>> TrackAsync(this TestApp app, string? number, string? phone, string? code = null)
        => app.As(Actor.Public).RunAsync(s => s.GetRequiredService<TrackComplaint>(), new TrackComplaint.Request(number, phone, code));

    public static Task<Outcome<GetMyComplaint.Reply>> MineAsync(this TestApp app, string? pass) => app.As(Actor.Public).RunAsync(s => s.GetRequiredService<GetMyComplaint>(), new GetMyComplaint.Request(pass));

    public static string Pass(this TestApp app, Guid id) => app.Services.GetRequiredService<ComplaintPass>().Issue(id);

    /// <summary>A case of the county with this telephone as its 经办人's.</summary>
    public static async Task<ReportedCase> CaseAsync(this TestApp app, string phone)
        => Must(await app.As(Agent).RunAsync(s => new OpenCase(s.GetRequiredService<IReportedCases>()), new DeathReport(null, true, "321302001", "home", "测试路9号", "周某", phone, "女儿", false, false, false, null, null, null, null)));

    public static string Literal(this TestApp app, Guid id) => app.Kind == DatabaseKind.Postgres ? $"'{id}'" : $"'{id.ToString().ToUpperInvariant()}'";

    private sealed class OpenCase(IReportedCases cases) : IUseCase<DeathReport, ReportedCase>
    {
        public Permission Permission { get; } = new("funeral.case.report", "报告去世");

        public Task<Outcome<ReportedCase>> HandleAsync(DeathReport request, CancellationToken ct) => cases.ReportAsync(request, ct);
    }
}
