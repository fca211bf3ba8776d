using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Anmin.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class FrontDoors : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "evidence_note",
                table: "cemetery_right",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "evidence_salt",
                table: "cemetery_right",
                type: "BLOB",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "announcement_posted_at",
                table: "cemetery_claim",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "letter_sent_at",
                table: "cemetery_claim",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "cemetery_group",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    division = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    institution = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    opened_by = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    origin = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    position_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    departs_at = table.Column<long>(type: "INTEGER", nullable: false),
                    sign_up_until = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    craft = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    meet = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    most_persons = table.Column<int>(type: "INTEGER", nullable: false),
                    most_relatives = table.Column<int>(type: "INTEGER", nullable: false),
                    remark = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    closed_at = table.Column<long>(type: "INTEGER", nullable: true),
                    reason = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    held_at = table.Column<long>(type: "INTEGER", nullable: true),
                    recorded_by = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    witness = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    course = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    signed = table.Column<int>(type: "INTEGER", nullable: false),
                    relatives = table.Column<int>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cemetery_group", x => x.id);
                    table.CheckConstraint("cemetery_group_held", "(state = 'Held') = (held_at is not null)");
                    table.CheckConstraint("cemetery_group_numbers", "most_persons between 1 and 500 and most_relatives between 0 and 5000");
                    table.CheckConstraint("cemetery_group_relatives", "relatives between 0 and most_relatives");
                    table.CheckConstraint("cemetery_group_room", "signed between 0 and most_persons");
                    table.CheckConstraint("cemetery_group_two", "held_at is null or (recorded_by is not null and witness is not null and recorded_by <> witness)");
                    table.ForeignKey(
                        name: "FK_cemetery_group_cemetery_position_position_id",
                        column: x => x.position_id,
                        principalTable: "cemetery_position",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "feedback_question",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    wave = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    place = table.Column<int>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    text = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    @short = table.Column<string>(name: "short", type: "TEXT", maxLength: 200, nullable: false),
                    good = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_feedback_question", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "feedback_survey",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    division = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    institution = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    opened_by = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    origin = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    case_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    wave = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    due_at = table.Column<long>(type: "INTEGER", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    token_hash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: true),
                    sent_at = table.Column<long>(type: "INTEGER", nullable: true),
                    expires_at = table.Column<long>(type: "INTEGER", nullable: true),
                    answered_at = table.Column<long>(type: "INTEGER", nullable: true),
                    comment = table.Column<byte[]>(type: "BLOB", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_feedback_survey", x => x.id);
                    table.CheckConstraint("feedback_survey_answered", "(state = 'Answered') = (answered_at is not null)");
                    table.CheckConstraint("feedback_survey_sent", "(state in ('Planned', 'Stopped')) or (sent_at is not null and token_hash is not null and expires_at is not null)");
                });

            migrationBuilder.CreateTable(
                name: "hotline_call",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    division = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    institution = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    opened_by = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    origin = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    caller = table.Column<byte[]>(type: "BLOB", nullable: true),
                    exchange_id = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    started_at = table.Column<long>(type: "INTEGER", nullable: false),
                    answered_at = table.Column<long>(type: "INTEGER", nullable: true),
                    ended_at = table.Column<long>(type: "INTEGER", nullable: true),
                    agent = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    case_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    opened_case = table.Column<bool>(type: "INTEGER", nullable: false),
                    summary = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    outcome = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    steps = table.Column<string>(type: "TEXT", maxLength: 600, nullable: false),
                    caller_index = table.Column<byte[]>(type: "BLOB", maxLength: 16, nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_hotline_call", x => x.id);
                    table.CheckConstraint("hotline_call_answered", "state not in ('Answered') or (agent is not null and answered_at is not null)");
                    table.CheckConstraint("hotline_call_case", "opened_case = false or case_id is not null");
                    table.CheckConstraint("hotline_call_ended", "(state in ('Ended', 'Missed')) = (ended_at is not null)");
                    table.CheckConstraint("hotline_call_outcome", "state <> 'Ended' or (kind is not null and outcome is not null and agent is not null)");
                    table.CheckConstraint("hotline_call_times", "(answered_at is null or answered_at >= started_at) and (ended_at is null or ended_at >= started_at)");
                });

            migrationBuilder.CreateTable(
                name: "hotline_call_back",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    division = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    institution = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    opened_by = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    origin = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    phone = table.Column<byte[]>(type: "BLOB", nullable: true),
                    whom = table.Column<string>(type: "TEXT", maxLength: 180, nullable: true),
                    reason = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    why = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    call_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    case_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    due_at = table.Column<long>(type: "INTEGER", nullable: false),
                    attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    tried_at = table.Column<long>(type: "INTEGER", nullable: true),
                    tried_by = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    result = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    phone_index = table.Column<byte[]>(type: "BLOB", maxLength: 16, nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_hotline_call_back", x => x.id);
                    table.CheckConstraint("hotline_call_back_closed", "state = 'Open' or attempts > 0");
                    table.CheckConstraint("hotline_call_back_tried", "attempts >= 0 and (attempts = 0) = (tried_at is null)");
                });

            migrationBuilder.CreateTable(
                name: "hotline_quality_point",
                columns: table => new
                {
                    code = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    order = table.Column<int>(type: "INTEGER", nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    question = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    points = table.Column<int>(type: "INTEGER", nullable: false),
                    source = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    retired = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_hotline_quality_point", x => x.code);
                    table.CheckConstraint("hotline_quality_point_worth", "points > 0");
                });

            migrationBuilder.CreateTable(
                name: "hotline_route",
                columns: table => new
                {
                    institution = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    bus = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    car = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    access = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    services = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    source = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_hotline_route", x => x.institution);
                });

            migrationBuilder.CreateTable(
                name: "hotline_script_step",
                columns: table => new
                {
                    code = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    order = table.Column<int>(type: "INTEGER", nullable: false),
                    question = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    hint = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    source = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_hotline_script_step", x => x.code);
                });

            migrationBuilder.CreateTable(
                name: "cemetery_group_seat",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    division = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    institution = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    opened_by = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    origin = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    group_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_name = table.Column<string>(type: "TEXT", maxLength: 180, nullable: false),
                    person_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    case_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    ashes = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    part = table.Column<int>(type: "INTEGER", nullable: false),
                    cremation_certificate = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    contact_name = table.Column<string>(type: "TEXT", maxLength: 180, nullable: false),
                    contact_phone = table.Column<byte[]>(type: "BLOB", nullable: true),
                    relation = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    companions = table.Column<int>(type: "INTEGER", nullable: false),
                    signed_at = table.Column<long>(type: "INTEGER", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ended_for = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    interment_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    contact_phone_index = table.Column<byte[]>(type: "BLOB", maxLength: 16, nullable: true),
                    person_id_index = table.Column<byte[]>(type: "BLOB", maxLength: 16, nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cemetery_group_seat", x => x.id);
                    table.CheckConstraint("cemetery_group_seat_laid", "(state = 'Laid') = (interment_id is not null)");
                    table.CheckConstraint("cemetery_group_seat_who", "part between 0 and 9 and companions between 0 and 50 and (ashes is not null or cremation_certificate is not null)");
                    table.ForeignKey(
                        name: "FK_cemetery_group_seat_cemetery_group_group_id",
                        column: x => x.group_id,
                        principalTable: "cemetery_group",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_cemetery_group_seat_cemetery_interment_interment_id",
                        column: x => x.interment_id,
                        principalTable: "cemetery_interment",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "feedback_answer",
                columns: table => new
                {
                    survey_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    question = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    value = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_feedback_answer", x => new { x.survey_id, x.question });
                    table.CheckConstraint("feedback_answer_value", "value between 0 and 5");
                    table.ForeignKey(
                        name: "FK_feedback_answer_feedback_survey_survey_id",
                        column: x => x.survey_id,
                        principalTable: "feedback_survey",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "hotline_review",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    call_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    division = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    institution = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    opened_by = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    origin = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    agent = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    drawn_at = table.Column<long>(type: "INTEGER", nullable: false),
                    reviewed_by = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    reviewed_at = table.Column<long>(type: "INTEGER", nullable: true),
                    total = table.Column<int>(type: "INTEGER", nullable: true),
                    passed = table.Column<bool>(type: "INTEGER", nullable: true),
                    remark = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_hotline_review", x => x.id);
                    table.CheckConstraint("hotline_review_two", "reviewed_by is null or reviewed_by <> agent");
                    table.CheckConstraint("hotline_review_whole", "(reviewed_at is null) = (total is null) and (reviewed_at is null) = (reviewed_by is null)");
                    table.ForeignKey(
                        name: "FK_hotline_review_hotline_call_call_id",
                        column: x => x.call_id,
                        principalTable: "hotline_call",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "cemetery_group_companion",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    seat_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 180, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cemetery_group_companion", x => x.id);
                    table.ForeignKey(
                        name: "FK_cemetery_group_companion_cemetery_group_seat_seat_id",
                        column: x => x.seat_id,
                        principalTable: "cemetery_group_seat",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "hotline_score",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    review_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    item = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    points = table.Column<int>(type: "INTEGER", nullable: false),
                    worth = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_hotline_score", x => x.id);
                    table.CheckConstraint("hotline_score_points", "points >= 0 and points <= worth");
                    table.ForeignKey(
                        name: "FK_hotline_score_hotline_review_review_id",
                        column: x => x.review_id,
                        principalTable: "hotline_review",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "cemetery_group_number",
                table: "cemetery_group",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_cemetery_group_institution_state_departs_at",
                table: "cemetery_group",
                columns: new[] { "institution", "state", "departs_at" });

            migrationBuilder.CreateIndex(
                name: "IX_cemetery_group_position_id",
                table: "cemetery_group",
                column: "position_id");

            migrationBuilder.CreateIndex(
                name: "cemetery_group_companion_once",
                table: "cemetery_group_companion",
                columns: new[] { "seat_id", "ordinal" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "cemetery_group_seat_ashes",
                table: "cemetery_group_seat",
                column: "ashes",
                unique: true,
                filter: "ashes is not null and state = 'SignedUp'");

            migrationBuilder.CreateIndex(
                name: "cemetery_group_seat_certificate",
                table: "cemetery_group_seat",
                column: "cremation_certificate",
                unique: true,
                filter: "cremation_certificate is not null and ashes is null and state = 'SignedUp'");

            migrationBuilder.CreateIndex(
                name: "cemetery_group_seat_person",
                table: "cemetery_group_seat",
                columns: new[] { "person_id_index", "part" },
                unique: true,
                filter: "person_id_index is not null and state = 'SignedUp'");

            migrationBuilder.CreateIndex(
                name: "IX_cemetery_group_seat_contact_phone_index",
                table: "cemetery_group_seat",
                column: "contact_phone_index");

            migrationBuilder.CreateIndex(
                name: "IX_cemetery_group_seat_group_id",
                table: "cemetery_group_seat",
                column: "group_id");

            migrationBuilder.CreateIndex(
                name: "IX_cemetery_group_seat_interment_id",
                table: "cemetery_group_seat",
                column: "interment_id");

            migrationBuilder.CreateIndex(
                name: "feedback_survey_once",
                table: "feedback_survey",
                columns: new[] { "case_id", "wave" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "feedback_survey_token",
                table: "feedback_survey",
                column: "token_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_feedback_survey_institution_sent_at",
                table: "feedback_survey",
                columns: new[] { "institution", "sent_at" });

            migrationBuilder.CreateIndex(
                name: "IX_feedback_survey_state_due_at",
                table: "feedback_survey",
                columns: new[] { "state", "due_at" });

            migrationBuilder.CreateIndex(
                name: "hotline_call_exchange",
                table: "hotline_call",
                column: "exchange_id",
                unique: true,
                filter: "exchange_id is not null");

            migrationBuilder.CreateIndex(
                name: "hotline_call_number",
                table: "hotline_call",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "hotline_call_opened_case",
                table: "hotline_call",
                column: "case_id",
                unique: true,
                filter: "opened_case");

            migrationBuilder.CreateIndex(
                name: "hotline_call_ringing",
                table: "hotline_call",
                column: "started_at",
                filter: "state = 'Ringing'");

            migrationBuilder.CreateIndex(
                name: "IX_hotline_call_agent_started_at",
                table: "hotline_call",
                columns: new[] { "agent", "started_at" });

            migrationBuilder.CreateIndex(
                name: "IX_hotline_call_caller_index",
                table: "hotline_call",
                column: "caller_index");

            migrationBuilder.CreateIndex(
                name: "hotline_call_back_call",
                table: "hotline_call_back",
                column: "call_id",
                unique: true,
                filter: "call_id is not null");

            migrationBuilder.CreateIndex(
                name: "IX_hotline_call_back_phone_index",
                table: "hotline_call_back",
                column: "phone_index");

            migrationBuilder.CreateIndex(
                name: "IX_hotline_call_back_state_due_at",
                table: "hotline_call_back",
                columns: new[] { "state", "due_at" });

            migrationBuilder.CreateIndex(
                name: "hotline_review_once",
                table: "hotline_review",
                column: "call_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_hotline_review_agent_reviewed_at",
                table: "hotline_review",
                columns: new[] { "agent", "reviewed_at" });

            migrationBuilder.CreateIndex(
                name: "IX_hotline_review_day",
                table: "hotline_review",
                column: "day");

            migrationBuilder.CreateIndex(
                name: "hotline_score_once",
                table: "hotline_score",
                columns: new[] { "review_id", "item" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "cemetery_group_companion");

            migrationBuilder.DropTable(
                name: "feedback_answer");

            migrationBuilder.DropTable(
                name: "feedback_question");

            migrationBuilder.DropTable(
                name: "hotline_call_back");

            migrationBuilder.DropTable(
                name: "hotline_quality_point");

            migrationBuilder.DropTable(
                name: "hotline_route");

            migrationBuilder.DropTable(
                name: "hotline_score");

            migrationBuilder.DropTable(
                name: "hotline_script_step");

            migrationBuilder.DropTable(
                name: "cemetery_group_seat");

            migrationBuilder.DropTable(
                name: "feedback_survey");

            migrationBuilder.DropTable(
                name: "hotline_review");

            migrationBuilder.DropTable(
                name: "cemetery_group");

            migrationBuilder.DropTable(
                name: "hotline_call");

            migrationBuilder.DropColumn(
                name: "evidence_note",
                table: "cemetery_right");

            migrationBuilder.DropColumn(
                name: "evidence_salt",
                table: "cemetery_right");

            migrationBuilder.DropColumn(
                name: "announcement_posted_at",
                table: "cemetery_claim");

            migrationBuilder.DropColumn(
                name: "letter_sent_at",
                table: "cemetery_claim");
        }
    }
}
