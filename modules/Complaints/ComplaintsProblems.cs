using Anmin.Kernel.Outcomes;

namespace Anmin.Complaints;

/// <summary>Every way this room refuses, with the sentence people read.</summary>
internal static class ComplaintsProblems
{
    public static readonly Problem KindNeeded = new("complaints.complaint.kind", "请选择是关于什么的。", ProblemKind.Invalid, "Kind");
    public static readonly Problem NoInstitution = new("complaints.complaint.institution", "列表中没有这家机构。请从列表中选择，不知道的选“不知道或者不在列表里”。", ProblemKind.Invalid, "About");
    public static readonly Problem InFuture = new("complaints.complaint.future", "日期还没有到。请填写事情发生的日期。", ProblemKind.Invalid, "HappenedOn");
    public static readonly Problem NoMatch = new("complaints.find.no-match", "没有查到。请核对受理编号和手机号；没有留手机号的，请填提交时给您的查询码。");
    public static readonly Problem TooManyTries = new("complaints.find.too-many", "这个编号查错的次数太多，先停一会儿。请15分钟后再查，急事请打服务电话。");
    public static readonly Problem PhoneOrCode = new("complaints.find.needed", "请填写手机号或者查询码，填一项就行。", ProblemKind.Invalid, "Phone");
    public static readonly Problem PassOver = new("complaints.pass.over", "为保护您的信息，过了30分钟要重新查一次。请填写受理编号和手机号。", ProblemKind.NotFound);

    public static readonly Problem NoComplaint = new("complaints.complaint.none", "没有查到这件投诉，或者它不归您办。请回到列表重新打开。", ProblemKind.NotFound);
    public static readonly Problem OwnInstitution = new("complaints.complaint.own", "被投诉的单位不能办理关于自己的投诉。请由民政局办理。");
    public static readonly Problem NotYourBureau = new("complaints.complaint.elsewhere", "这件投诉由另一个民政局办理。请由该局办理，或者由市局转过来。");
    public static readonly Problem AlreadyDecided = new("complaints.complaint.decided", "这件投诉已经作出受理决定。请刷新页面后看现在到哪一步。", ProblemKind.Conflict);
    public static readonly Problem NotAccepted = new("complaints.complaint.not-accepted", "这件投诉还没有受理，或者已经答复。请先看现在到哪一步。", ProblemKind.Conflict);
    public static readonly Problem ReasonNeeded = new("complaints.refusal.reason", "请选择不予受理的原因。", ProblemKind.Invalid, "Reason");
    public static readonly Problem SamePlace = new("complaints.complaint.same-place", "它已经在这个局。请选择另一个局。", ProblemKind.Invalid, "To");
    public static readonly Problem NoBureau = new("complaints.complaint.no-bureau", "只能转给本市的市局或者县区局。请从列表中选择。", ProblemKind.Invalid, "To");
    public static readonly Problem ExtendedOnce = new("complaints.complaint.extended", "已经延期过一次，不能再延。请在期限内作出答复。", ProblemKind.Conflict);
    public static readonly Problem FindingNeeded = new("complaints.answer.finding", "请选择查明的结果。", ProblemKind.Invalid, "Finding");
    public static readonly Problem OrderUnfounded = new("complaints.order.unfounded", "查明不属实的，不能责令改正。请删去改正要求，或者改选结果。", ProblemKind.Invalid, "Order");
    public static readonly Problem OrderNobody = new("complaints.order.nobody", "这件投诉没有指明机构，不能责令改正。请先写明是哪家，或者删去改正要求。", ProblemKind.Invalid, "Order");
    public static readonly Problem OrderDays = new("complaints.order.days", "改正期限要在今天以后，回头看的日期不能早于改正期限。请改日期。", ProblemKind.Invalid, "RectifyDue");
    public static readonly Problem NothingToRevisit = new("complaints.revisit.none", "没有责令改正，或者已经回头看过。", ProblemKind.Conflict);
    public static readonly Problem NoReviewNow = new("complaints.review.not-now", "现在不能申请复查：还没有答复、已经申请过一次，或者期限已过。有新情况请重新投诉。", ProblemKind.Conflict);
    public static readonly Problem NoLevelAbove = new("complaints.review.no-level", "答复是市民政局作出的，复查要向省民政厅申请。请打服务热线问怎样办。");
    public static readonly Problem NotUnderReview = new("complaints.review.none", "这件投诉没有申请复查，或者已经复查过。", ProblemKind.Conflict);
    public static readonly Problem ReviewFromAbove = new("complaints.review.level", "复查要由作出答复的局的上一级办理。请由市局办理。");

    public static readonly Problem NoStatement = new("complaints.statement.none", "没有查到这份通知，或者它不是发给您单位的。请回到列表重新打开。", ProblemKind.NotFound);
    public static readonly Problem StatementGiven = new("complaints.statement.given", "已经回复过，不能再改。需要补充的，请联系民政局再发一次通知。", ProblemKind.Conflict);
    public static readonly Problem Kept = new("complaints.complaint.kept", "已经作出的决定不能改写。请刷新页面后看现在到哪一步。", ProblemKind.Conflict);
}
