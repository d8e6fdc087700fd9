package io.timecoin.node.protocol.json;

import io.timecoin.node.protocol.FrameLimits;
import io.timecoin.node.protocol.NetworkMessage;
import io.timecoin.node.protocol.NetworkMessage.Admin;
import io.timecoin.node.protocol.NetworkMessage.AdminResult;
import io.timecoin.node.protocol.NetworkMessage.GetStatus;
import io.timecoin.node.protocol.NetworkMessage.NodeStatus;
import java.util.List;
import java.util.Map;

/** Tables of what operators and dashboards ask. */
final class OperatorMessages {
  private static final JsonCodec<Map<String, String>> CELLS =
      JsonLists.texts(JsonTexts.text(0, FrameLimits.CELL_CHARS_MAX), FrameLimits.ADMIN_FIELDS_MAX);

  static final Map<Class<? extends NetworkMessage>, ObjectCodec<? extends NetworkMessage>> TABLES =
      Map.of(
          GetStatus.class, getStatus(),
          NodeStatus.class, StatusShapes.NODE_STATUS,
          Admin.class, admin(),
          AdminResult.class, adminResult());

  private OperatorMessages() {}

  private static ObjectCodec<GetStatus> getStatus() {
    ObjectCodec.Builder<GetStatus> o = ObjectCodec.of();
    Field<GetStatus, String> requestId = ValueShapes.requestId(o, GetStatus::requestId);
    return o.build(v -> new GetStatus(v.find(requestId)));
  }

  private static ObjectCodec<Admin> admin() {
    ObjectCodec.Builder<Admin> o = ObjectCodec.of();
    Field<Admin, String> token = o.required("token", ValueShapes.SENTENCE, Admin::token);
    Field<Admin, String> command = o.required("command", ValueShapes.NAME, Admin::command);
    Field<Admin, Map<String, String>> arguments = o.required("arguments", CELLS, Admin::arguments);
    Field<Admin, String> requestId = ValueShapes.requestId(o, Admin::requestId);
    return o.build(
        v -> new Admin(v.get(token), v.get(command), v.get(arguments), v.find(requestId)));
  }

  private static ObjectCodec<AdminResult> adminResult() {
    ObjectCodec.Builder<AdminResult> o = ObjectCodec.of();
    Field<AdminResult, String> command =
        o.required("command", ValueShapes.NAME, AdminResult::command);
    Field<AdminResult, List<Map<String, String>>> rows =
        o.required("rows", JsonLists.list(CELLS, FrameLimits.ADMIN_ROWS_MAX), AdminResult::rows);
    Field<AdminResult, String> requestId = ValueShapes.requestId(o, AdminResult::requestId);
    return o.build(v -> new AdminResult(v.get(command), v.get(rows), v.find(requestId)));
  }
}
